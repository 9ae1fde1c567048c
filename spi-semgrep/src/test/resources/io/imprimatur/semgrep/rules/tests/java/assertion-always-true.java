class OrderTest {
    @Test
    void total() {
        // ruleid: imprimatur.java.assertion-always-true
        assertTrue(true);
        int total = order().total();
        // ruleid: imprimatur.java.assertion-always-true
        assertEquals(total, total);
        // ok: imprimatur.java.assertion-always-true
        assertEquals(3, total);
        // ok: imprimatur.java.assertion-always-true
        assertEquals(next(), next());
    }
}

class OrderTest {
    // ruleid: imprimatur.java.test-without-assertion
    @Test
    void adds() {
        Order order = new Order();
        order.add(3);
    }

    // ruleid: imprimatur.java.test-without-assertion
    @Test
    public void prints() throws Exception {
        System.out.println(new Order().total());
    }

    // ok: imprimatur.java.test-without-assertion
    @Test
    void sums() {
        assertThat(new Order(1, 2).total()).isEqualTo(3);
    }

    // ok: imprimatur.java.test-without-assertion
    @BeforeEach
    void start() {
        order = new Order();
    }
}

class Seeds {
    void draw(SecureRandom random) {
        // ruleid: imprimatur.java.random-seeded
        SecureRandom one = new SecureRandom("seed".getBytes());
        // ok: imprimatur.java.random-seeded
        SecureRandom two = new SecureRandom();
        // ok: imprimatur.java.random-seeded
        new Random(42).nextInt();
    }

    void seeded() {
        SecureRandom random = new SecureRandom();
        // ruleid: imprimatur.java.random-seeded
        random.setSeed(42);
    }
}

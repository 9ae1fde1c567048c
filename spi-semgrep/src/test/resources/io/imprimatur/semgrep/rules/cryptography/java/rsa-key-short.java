class Pairs {
    void one() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        // ruleid: imprimatur.java.rsa-key-short
        generator.initialize(1024);
    }

    void two() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        // ok: imprimatur.java.rsa-key-short
        generator.initialize(3072);
    }

    void three() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        // ok: imprimatur.java.rsa-key-short
        generator.initialize(256);
    }
}

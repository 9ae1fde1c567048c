class Keys {
    void keys(byte[] stored) {
        // ruleid: imprimatur.java.key-in-code
        SecretKeySpec one = new SecretKeySpec("0123456789abcdef".getBytes(), "AES");
        // ruleid: imprimatur.java.key-in-code
        Algorithm two = Algorithm.HMAC256("my-secret");
        // ok: imprimatur.java.key-in-code
        SecretKeySpec three = new SecretKeySpec(stored, "AES");
    }
}

class Digests {
    void digest() throws Exception {
        // ruleid: imprimatur.java.weak-digest
        MessageDigest one = MessageDigest.getInstance("MD5");
        // ruleid: imprimatur.java.weak-digest
        Mac two = Mac.getInstance("HmacSHA1");
        // ok: imprimatur.java.weak-digest
        MessageDigest three = MessageDigest.getInstance("SHA-256");
        // ok: imprimatur.java.weak-digest
        Mac four = Mac.getInstance("HmacSHA256");
    }
}

class Ciphers {
    void encrypt() throws Exception {
        // ruleid: imprimatur.java.weak-cipher
        Cipher one = Cipher.getInstance("AES");
        // ruleid: imprimatur.java.weak-cipher
        Cipher two = Cipher.getInstance("AES/ECB/PKCS5Padding");
        // ruleid: imprimatur.java.weak-cipher
        Cipher three = Cipher.getInstance("DES/CBC/PKCS5Padding");
        // ok: imprimatur.java.weak-cipher
        Cipher four = Cipher.getInstance("AES/GCM/NoPadding");
        // ok: imprimatur.java.weak-cipher
        Cipher five = Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding");
    }
}

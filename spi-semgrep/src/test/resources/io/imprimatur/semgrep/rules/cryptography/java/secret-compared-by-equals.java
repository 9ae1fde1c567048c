class Webhooks {
    boolean verify(String signature, String expectedSignature, byte[] mac, byte[] expectedMac) {
        // ruleid: imprimatur.java.secret-compared-by-equals
        if (signature.equals(expectedSignature)) {
            return true;
        }
        // ruleid: imprimatur.java.secret-compared-by-equals
        if (Arrays.equals(mac, expectedMac)) {
            return true;
        }
        // ok: imprimatur.java.secret-compared-by-equals
        return MessageDigest.isEqual(mac, expectedMac) && !signature.equals("");
    }
}

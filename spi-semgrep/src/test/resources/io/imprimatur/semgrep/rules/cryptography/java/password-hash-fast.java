class Passwords {
    byte[] hash(MessageDigest digest, String password, byte[] content) {
        // ruleid: imprimatur.java.password-hash-fast
        byte[] one = digest.digest(password.getBytes(StandardCharsets.UTF_8));
        // ruleid: imprimatur.java.password-hash-fast
        String two = DigestUtils.sha256Hex(password);
        // ok: imprimatur.java.password-hash-fast
        byte[] three = digest.digest(content);
        // ok: imprimatur.java.password-hash-fast
        String four = new BCryptPasswordEncoder().encode(password);
        return one;
    }
}

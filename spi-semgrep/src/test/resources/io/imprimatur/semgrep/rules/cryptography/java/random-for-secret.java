class Tokens {
    String generateToken() {
        // ruleid: imprimatur.java.random-for-secret
        Random random = new Random();
        StringBuilder text = new StringBuilder();
        // ruleid: imprimatur.java.random-for-secret
        text.append(random.nextInt(10));
        return text.toString();
    }

    void other() {
        // ruleid: imprimatur.java.random-for-secret
        int otp = (int) (Math.random() * 1000000);
        // ok: imprimatur.java.random-for-secret
        int delay = new Random().nextInt(100);
    }

    String newToken() {
        SecureRandom random = new SecureRandom();
        byte[] bytes = new byte[32];
        // ok: imprimatur.java.random-for-secret
        random.nextBytes(bytes);
        return encode(bytes);
    }
}

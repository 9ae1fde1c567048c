class Ivs {
    void encrypt(byte[] received) {
        // ruleid: imprimatur.java.constant-iv
        IvParameterSpec one = new IvParameterSpec("0123456789abcdef".getBytes());
        // ruleid: imprimatur.java.constant-iv
        IvParameterSpec two = new IvParameterSpec(new byte[16]);
        byte[] zero = new byte[12];
        // ruleid: imprimatur.java.constant-iv
        GCMParameterSpec three = new GCMParameterSpec(128, zero);
        // ok: imprimatur.java.constant-iv
        IvParameterSpec four = new IvParameterSpec(received);
    }

    void encryptWell(SecureRandom random) {
        byte[] iv = new byte[12];
        random.nextBytes(iv);
        // ok: imprimatur.java.constant-iv
        GCMParameterSpec five = new GCMParameterSpec(128, iv);
    }
}

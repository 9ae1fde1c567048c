class Rounds {
    void derive(char[] password, byte[] salt) {
        // ruleid: imprimatur.java.kdf-too-few-rounds
        KeySpec one = new PBEKeySpec(password, salt, 1000, 256);
        // ruleid: imprimatur.java.kdf-too-few-rounds
        PasswordEncoder two = new BCryptPasswordEncoder(4);
        // ok: imprimatur.java.kdf-too-few-rounds
        KeySpec three = new PBEKeySpec(password, salt, 600000, 256);
        // ok: imprimatur.java.kdf-too-few-rounds
        PasswordEncoder four = new BCryptPasswordEncoder(12);
    }
}

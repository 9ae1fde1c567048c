class Security {
    PasswordEncoder encoder() {
        // ruleid: imprimatur.java.password-encoder-none
        return NoOpPasswordEncoder.getInstance();
    }

    PasswordEncoder better() {
        // ok: imprimatur.java.password-encoder-none
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }
}

class Login {
    void login(String user, String password, Settings settings) {
        // ruleid: imprimatur.java.secret-in-log
        log.info("login of {} with {}", user, password);
        // ruleid: imprimatur.java.secret-in-log
        System.out.println("key " + settings.getApiKey());
        // ok: imprimatur.java.secret-in-log
        log.info("login of {}", user);
        // ok: imprimatur.java.secret-in-log
        log.warn("the password was wrong");
    }
}

class Settings {
    // ruleid: imprimatur.java.secret-in-code
    private static final String JWT_SECRET = "supersecret123";
    // ok: imprimatur.java.secret-in-code
    private static final String PASSWORD = "password";
    // ok: imprimatur.java.secret-in-code
    private final String apiKey = System.getenv("API_KEY");

    void connect(DataSource source) throws Exception {
        // ruleid: imprimatur.java.secret-in-code
        DriverManager.getConnection("jdbc:postgresql:shop", "shop", "hunter2hunter2");
        // ruleid: imprimatur.java.secret-in-code
        source.setPassword("hunter2hunter2");
        // ok: imprimatur.java.secret-in-code
        source.setPassword(settings.password());
        // ok: imprimatur.java.secret-in-code
        source.getPassword("production");
    }
}

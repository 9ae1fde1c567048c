class Settings {
    // ruleid: imprimatur.java.secret-by-default
    String key = System.getenv().getOrDefault("JWT_SECRET", "dev-secret");
    // ruleid: imprimatur.java.secret-by-default
    String password = System.getProperty("db.password", "postgres");
    // ok: imprimatur.java.secret-by-default
    String host = System.getenv().getOrDefault("DB_HOST", "localhost");
    // ok: imprimatur.java.secret-by-default
    String required = System.getenv("JWT_SECRET");
}

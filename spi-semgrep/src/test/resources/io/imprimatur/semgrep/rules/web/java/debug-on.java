// ruleid: imprimatur.java.debug-on
@EnableWebSecurity(debug = true)
class Security {}

// ok: imprimatur.java.debug-on
@EnableWebSecurity
class Other {
    void configure() {
        // ruleid: imprimatur.java.debug-on
        System.setProperty("javax.net.debug", "all");
        // ok: imprimatur.java.debug-on
        System.setProperty("javax.net.ssl.trustStore", "trust.jks");
    }
}

class Cookies {
    void add(HttpServletResponse response, String value) {
        Cookie cookie = new Cookie("session", value);
        // ruleid: imprimatur.java.cookie-unprotected
        cookie.setHttpOnly(false);
        // ruleid: imprimatur.java.cookie-unprotected
        cookie.setSecure(false);
        // ok: imprimatur.java.cookie-unprotected
        cookie.setHttpOnly(true);
        // ok: imprimatur.java.cookie-unprotected
        connection.setSecure(false);
    }
}

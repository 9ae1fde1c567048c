class Versions {
    void open() throws Exception {
        // ruleid: imprimatur.java.tls-version-old
        SSLContext one = SSLContext.getInstance("SSLv3");
        // ruleid: imprimatur.java.tls-version-old
        SSLContext two = SSLContext.getInstance("TLSv1");
        // ok: imprimatur.java.tls-version-old
        SSLContext three = SSLContext.getInstance("TLS");
        // ok: imprimatur.java.tls-version-old
        SSLContext four = SSLContext.getInstance("TLSv1.3");
    }
}

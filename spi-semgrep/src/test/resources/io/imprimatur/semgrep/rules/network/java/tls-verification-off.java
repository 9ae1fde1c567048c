import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSession;
import javax.net.ssl.X509TrustManager;

class TrustAll implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    // ruleid: imprimatur.java.tls-verification-off
    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    void open(HttpsURLConnection connection) {
        // ruleid: imprimatur.java.tls-verification-off
        connection.setHostnameVerifier((host, session) -> true);
        // ruleid: imprimatur.java.tls-verification-off
        builder.setSSLHostnameVerifier(NoopHostnameVerifier.INSTANCE);
        // ok: imprimatur.java.tls-verification-off
        connection.setSSLSocketFactory(context.getSocketFactory());
    }
}

class Checked implements X509TrustManager {
    // ok: imprimatur.java.tls-verification-off
    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        delegate.checkServerTrusted(chain, type);
    }
}

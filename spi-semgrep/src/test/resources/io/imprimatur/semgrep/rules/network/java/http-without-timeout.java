class Client {
    void fetch(URI uri, URL url) throws Exception {
        // ruleid: imprimatur.java.http-without-timeout
        HttpClient client = HttpClient.newHttpClient();
        // ruleid: imprimatur.java.http-without-timeout
        HttpRequest request = HttpRequest.newBuilder(uri).GET().build();
        // ruleid: imprimatur.java.http-without-timeout
        HttpURLConnection connection = (HttpURLConnection) url.openConnection();
        // ruleid: imprimatur.java.http-without-timeout
        RestTemplate rest = new RestTemplate();
        // ok: imprimatur.java.http-without-timeout
        HttpRequest better = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).GET().build();
        // ok: imprimatur.java.http-without-timeout
        HttpClient patient = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    }

    void fetchWell(URL url) throws Exception {
        // ok: imprimatur.java.http-without-timeout
        HttpURLConnection connection = (HttpURLConnection) url.openConnection();
        connection.setConnectTimeout(5000);
        connection.setReadTimeout(5000);
        connection.connect();
    }
}

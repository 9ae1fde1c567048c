class Server {
    void listen(String host) throws Exception {
        // ruleid: imprimatur.java.binds-every-interface
        HttpServer.create(new InetSocketAddress("0.0.0.0", 8080), 0);
        // ok: imprimatur.java.binds-every-interface
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 8080), 0);
        // ok: imprimatur.java.binds-every-interface
        HttpServer.create(new InetSocketAddress(host, 8080), 0);
    }
}

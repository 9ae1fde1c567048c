class Preview {
    @GetMapping("/preview")
    String preview(@RequestParam String url) throws Exception {
        // ruleid: imprimatur.java.request-to-given-address
        return read(new URL(url));
    }

    void hook(HttpServletRequest request) throws Exception {
        String host = request.getParameter("host");
        // ruleid: imprimatur.java.request-to-given-address
        send(URI.create("https://" + host + "/done"));
        // ok: imprimatur.java.request-to-given-address
        send(URI.create("https://search.example/?q=" + URLEncoder.encode(host, StandardCharsets.UTF_8)));
        // ok: imprimatur.java.request-to-given-address
        send(URI.create(services.get(host)));
    }
}

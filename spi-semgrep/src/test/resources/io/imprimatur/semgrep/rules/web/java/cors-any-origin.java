class Web {
    // ruleid: imprimatur.java.cors-any-origin
    @CrossOrigin(origins = "*")
    List<Item> items() {
        return List.of();
    }

    // ok: imprimatur.java.cors-any-origin
    @CrossOrigin(origins = "https://shop.example")
    List<Item> more() {
        return List.of();
    }

    void cors(CorsRegistry registry, HttpServletResponse response) {
        // ruleid: imprimatur.java.cors-any-origin
        registry.addMapping("/**").allowedOrigins("*");
        // ruleid: imprimatur.java.cors-any-origin
        response.setHeader("Access-Control-Allow-Origin", "*");
        // ok: imprimatur.java.cors-any-origin
        registry.addMapping("/**").allowedOrigins("https://shop.example");
    }
}

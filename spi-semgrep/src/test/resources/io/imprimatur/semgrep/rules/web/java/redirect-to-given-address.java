class Login {
    void login(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String next = request.getParameter("next");
        // ruleid: imprimatur.java.redirect-to-given-address
        response.sendRedirect(next);
        // ok: imprimatur.java.redirect-to-given-address
        response.sendRedirect("/search?q=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
    }

    @GetMapping("/leave")
    String leave(@RequestParam String to) {
        // ruleid: imprimatur.java.redirect-to-given-address
        return "redirect:" + to;
    }
}

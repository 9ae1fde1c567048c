class Login {
    void login(HttpServletRequest request) {
        String name = request.getParameter("name");
        // ruleid: imprimatur.java.log-line-from-request
        log.info("login of {}", name);
        // ruleid: imprimatur.java.log-line-from-request
        logger.warn("from " + request.getHeader("User-Agent"));
        // ok: imprimatur.java.log-line-from-request
        log.info("login of {}", name.replaceAll("[\r\n]", "_"));
        // ok: imprimatur.java.log-line-from-request
        log.info("login");
    }
}

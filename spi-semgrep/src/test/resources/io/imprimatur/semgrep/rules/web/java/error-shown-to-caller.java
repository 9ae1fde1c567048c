class Errors {
    ResponseEntity<String> failed(Exception e) {
        // ruleid: imprimatur.java.error-shown-to-caller
        return ResponseEntity.status(HttpStatus.INTERNAL_SERVER_ERROR).body(e.getMessage());
    }

    void stack(HttpServletResponse response, Exception e) throws IOException {
        // ruleid: imprimatur.java.error-shown-to-caller
        e.printStackTrace(response.getWriter());
    }

    ResponseEntity<String> failedWell(Exception e) {
        log.error("failed", e);
        // ok: imprimatur.java.error-shown-to-caller
        return ResponseEntity.status(HttpStatus.INTERNAL_SERVER_ERROR).body("please try again");
    }
}

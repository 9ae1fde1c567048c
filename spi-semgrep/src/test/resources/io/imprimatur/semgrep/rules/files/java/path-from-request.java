class Downloads {
    void download(HttpServletRequest request, Path folder) throws IOException {
        String name = request.getParameter("name");
        // ruleid: imprimatur.java.path-from-request
        send(new File("files", name));
        // ruleid: imprimatur.java.path-from-request
        send(folder.resolve(name));
        // ok: imprimatur.java.path-from-request
        send(folder.resolve(Path.of(name).getFileName()));
    }

    @GetMapping("/files/{name}")
    Resource file(@PathVariable String name) {
        // ruleid: imprimatur.java.path-from-request
        return new FileSystemResource(Paths.get("files/" + name));
    }

    Resource logo() {
        // ok: imprimatur.java.path-from-request
        return new FileSystemResource(Paths.get("files/logo.png"));
    }
}

class Archives {
    void unpack(String name) throws IOException {
        // ruleid: imprimatur.java.shell-from-text
        Runtime.getRuntime().exec("tar -xf " + name);
        // ruleid: imprimatur.java.shell-from-text
        new ProcessBuilder("sh", "-c", "tar -xf " + name).start();
        // ruleid: imprimatur.java.shell-from-text
        Runtime.getRuntime().exec(new String[] {"/bin/bash", "-c", name});
        // ok: imprimatur.java.shell-from-text
        new ProcessBuilder("tar", "-xf", name).start();
        // ok: imprimatur.java.shell-from-text
        new ProcessBuilder("sh", "-c", "ls | wc -l").start();
    }
}

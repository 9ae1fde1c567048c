class Statics {
    void statics(int[] numbers, String text, Path path) throws IOException {
        // ruleid: imprimatur.java.imagined-static-method
        if (Arrays.contains(numbers, 3)) {
            // ruleid: imprimatur.java.imagined-static-method
            String all = Files.readFile(path);
        }
        // ruleid: imprimatur.java.imagined-static-method
        Path other = Paths.of("a");
        // ruleid: imprimatur.java.imagined-static-method
        if (String.isNullOrEmpty(text)) {
            // ruleid: imprimatur.java.imagined-static-method
            LocalDate day = LocalDate.today();
        }
        // ok: imprimatur.java.imagined-static-method
        String some = Files.readString(path);
        // ok: imprimatur.java.imagined-static-method
        Path good = Path.of("a");
        // ok: imprimatur.java.imagined-static-method
        Strings.isNullOrEmpty(text);
    }
}

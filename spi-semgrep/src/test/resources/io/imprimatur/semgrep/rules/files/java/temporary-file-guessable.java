class Reports {
    void write(String user) throws IOException {
        // ruleid: imprimatur.java.temporary-file-guessable
        File one = new File("/tmp/report.csv");
        // ruleid: imprimatur.java.temporary-file-guessable
        Path two = Path.of("/tmp/" + user + ".csv");
        // ok: imprimatur.java.temporary-file-guessable
        Path three = Files.createTempFile("report", ".csv");
        // ok: imprimatur.java.temporary-file-guessable
        Path four = Path.of("report.csv");
    }
}

class Files {
    void open(File file) {
        // ruleid: imprimatur.java.file-for-everybody
        file.setWritable(true, false);
        // ruleid: imprimatur.java.file-for-everybody
        PosixFilePermissions.fromString("rwxrwxrwx");
        // ok: imprimatur.java.file-for-everybody
        PosixFilePermissions.fromString("rwxr-xr-x");
        // ok: imprimatur.java.file-for-everybody
        file.setWritable(true);
    }
}

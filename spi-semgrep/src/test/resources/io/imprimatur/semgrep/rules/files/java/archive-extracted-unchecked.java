class Archives {
    void extract(ZipInputStream zip, File folder) throws IOException {
        ZipEntry entry;
        while ((entry = zip.getNextEntry()) != null) {
            // ruleid: imprimatur.java.archive-extracted-unchecked
            File target = new File(folder, entry.getName());
            write(zip, target);
        }
    }

    void extractPath(ZipFile zip, Path folder) throws IOException {
        for (ZipEntry entry : entries(zip)) {
            // ruleid: imprimatur.java.archive-extracted-unchecked
            write(zip, folder.resolve(entry.getName()));
        }
    }

    void extractWell(ZipInputStream zip, Path folder) throws IOException {
        ZipEntry entry;
        while ((entry = zip.getNextEntry()) != null) {
            // ok: imprimatur.java.archive-extracted-unchecked
            Path target = folder.resolve(entry.getName()).normalize();
            if (!target.startsWith(folder)) {
                throw new IOException("outside");
            }
            write(zip, target);
        }
    }
}

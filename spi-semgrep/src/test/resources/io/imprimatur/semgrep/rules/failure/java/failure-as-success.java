class Items {
    List<Item> load(Path path) {
        // ruleid: imprimatur.java.failure-as-success
        try {
            return read(path);
        } catch (Exception e) {
            e.printStackTrace();
            return List.of();
        }
    }

    boolean valid(byte[] signature) {
        // ruleid: imprimatur.java.failure-as-success
        try {
            return check(signature);
        } catch (Exception e) {
            return true;
        }
    }

    boolean validWell(byte[] signature) {
        // ok: imprimatur.java.failure-as-success
        try {
            return check(signature);
        } catch (Exception e) {
            return false;
        }
    }

    List<Item> loadWell(Path path) throws IOException {
        // ok: imprimatur.java.failure-as-success
        try {
            return read(path);
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }
}

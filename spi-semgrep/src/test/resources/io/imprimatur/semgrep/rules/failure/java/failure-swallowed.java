class Items {
    void save(Item item) {
        // ruleid: imprimatur.java.failure-swallowed
        try {
            item.save();
        } catch (Exception e) {
        }
        // ruleid: imprimatur.java.failure-swallowed
        try {
            item.flush();
        } catch (Throwable t) {
        }
        // ok: imprimatur.java.failure-swallowed
        try {
            item.notifyOwner();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        // ok: imprimatur.java.failure-swallowed
        try {
            item.tidy();
        } catch (Exception e) {
            // a first run has nothing to tidy
        }
        // ok: imprimatur.java.failure-swallowed
        try {
            item.close();
        } catch (IOException ignored) {
        }
    }
}

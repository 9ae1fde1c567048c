class Waiting {
    void pause() {
        // ruleid: imprimatur.java.interrupt-lost
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
        }
        // ok: imprimatur.java.interrupt-lost
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

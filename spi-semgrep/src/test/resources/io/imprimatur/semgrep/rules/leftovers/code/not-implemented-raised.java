class Shop {
    void pay() {
        // ruleid: imprimatur.code.not-implemented-raised
        throw new UnsupportedOperationException("Not implemented yet");
    }

    void refuse() {
        // ok: imprimatur.code.not-implemented-raised
        throw new UnsupportedOperationException("the list cannot be changed");
    }
}

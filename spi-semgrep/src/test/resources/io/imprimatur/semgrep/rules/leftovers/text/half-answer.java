class Shop {
    // ruleid: imprimatur.text.half-answer
    // ... rest of the code remains unchanged

    // ruleid: imprimatur.text.half-answer
    // existing code here

    void total() {
        // ruleid: imprimatur.text.half-answer
        // ... other methods remain the same ...
        // ok: imprimatur.text.half-answer
        // the rest of the order is paid later
        // ok: imprimatur.text.half-answer
        // other methods call this one first, so keep it cheap
    }
}

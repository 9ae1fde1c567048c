// ruleid: imprimatur.java.topic-cryptography
import javax.crypto.Cipher;
// ok: imprimatur.java.topic-cryptography
import java.util.Map;

class Vault {
    // ruleid: imprimatur.java.topic-cryptography
    byte[] decrypt(byte[] text) {
        return text;
    }

    // ok: imprimatur.java.topic-cryptography
    String describe(Item item) {
        return item.text();
    }
}

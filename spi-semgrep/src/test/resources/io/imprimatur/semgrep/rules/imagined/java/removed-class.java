// ruleid: imprimatur.java.removed-class
import sun.misc.BASE64Encoder;
// ok: imprimatur.java.removed-class
import java.util.Base64;

class Codes {
    Object engine(ScriptEngineManager manager) {
        // ruleid: imprimatur.java.removed-class
        return manager.getEngineByName("nashorn");
    }

    Object graal(ScriptEngineManager manager) {
        // ok: imprimatur.java.removed-class
        return manager.getEngineByName("graal.js");
    }
}

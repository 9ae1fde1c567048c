class Settings {
    Object load(String text) {
        // ruleid: imprimatur.java.yaml-load
        Object one = new Yaml().load(text);
        // ok: imprimatur.java.yaml-load
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    }
}

class Lists {
    void lists(List<String> given) {
        // ruleid: imprimatur.java.immutable-changed
        List.of("a").add("b");
        List<String> names = List.of("a", "b");
        // ruleid: imprimatur.java.immutable-changed
        names.addAll(given);
        // ok: imprimatur.java.immutable-changed
        given.add("c");
        List<String> copy = new ArrayList<>(List.of("a"));
        // ok: imprimatur.java.immutable-changed
        copy.add("b");
    }

    void streams(Stream<String> stream) {
        List<String> all = stream.toList();
        // ruleid: imprimatur.java.immutable-changed
        all.add("c");
    }
}

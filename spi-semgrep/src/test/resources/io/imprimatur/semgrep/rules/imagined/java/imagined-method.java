class Names {
    void names(String text, List<String> list, Map<String, Integer> map, LocalDate date, Money money) {
        // ruleid: imprimatur.java.imagined-method
        String back = text.reverse();
        // ruleid: imprimatur.java.imagined-method
        list.push("a");
        // ruleid: imprimatur.java.imagined-method
        if (map.contains("a")) {
            // ruleid: imprimatur.java.imagined-method
            date = date.addDays(3);
        }
        // ruleid: imprimatur.java.imagined-method
        Instant later = Instant.now().plusDays(1);
        // ok: imprimatur.java.imagined-method
        list.add("a");
        // ok: imprimatur.java.imagined-method
        money.reverse();
        // ok: imprimatur.java.imagined-method
        String forth = new StringBuilder(text).reverse().toString();
    }
}

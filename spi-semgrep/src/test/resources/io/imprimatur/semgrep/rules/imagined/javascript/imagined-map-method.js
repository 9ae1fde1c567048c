const counts = new Map();
const seen = new Set();
// ruleid: imprimatur.javascript.imagined-map-method
counts.put("a", 1);
// ruleid: imprimatur.javascript.imagined-map-method
if (seen.contains("a")) {
  // ruleid: imprimatur.javascript.imagined-map-method
  show(counts.getOrDefault("a", 0));
}
// ok: imprimatur.javascript.imagined-map-method
counts.set("a", 1);
// ok: imprimatur.javascript.imagined-map-method
seen.add("a");
// ok: imprimatur.javascript.imagined-map-method
cache.put("a", counts.size);

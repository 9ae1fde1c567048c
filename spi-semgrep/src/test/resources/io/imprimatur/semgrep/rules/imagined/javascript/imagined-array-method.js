const items = [1, 2, 3];
// ruleid: imprimatur.javascript.imagined-array-method
if (items.contains(2)) {
  // ruleid: imprimatur.javascript.imagined-array-method
  items.add(4);
}
// ruleid: imprimatur.javascript.imagined-array-method
const total = [1, 2].sum();
// ruleid: imprimatur.javascript.imagined-array-method
const none = Object.keys(table).isEmpty();
// ok: imprimatur.javascript.imagined-array-method
element.classList.add("shown", items.includes(2));
// ok: imprimatur.javascript.imagined-array-method
const found = items.find((item) => item > 2);

const name = "imprimatur";
// ruleid: imprimatur.javascript.imagined-string-method
const back = name.reverse();
// ruleid: imprimatur.javascript.imagined-string-method
if (input.trim().isEmpty()) {
  // ruleid: imprimatur.javascript.imagined-string-method
  show("{0} is empty".format(name));
}
// ok: imprimatur.javascript.imagined-string-method
const forth = [...name].reverse().join("");
// ok: imprimatur.javascript.imagined-string-method
const has = name.includes("prim") || list.contains(name);

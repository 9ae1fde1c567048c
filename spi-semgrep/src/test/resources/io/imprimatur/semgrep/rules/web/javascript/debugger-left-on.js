function total(items) {
  // ruleid: imprimatur.javascript.debugger-left-on
  debugger;
  // ok: imprimatur.javascript.debugger-left-on
  return items.length;
}

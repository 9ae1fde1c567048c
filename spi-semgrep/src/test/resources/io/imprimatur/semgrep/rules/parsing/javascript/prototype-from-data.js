function deepMerge(target, source) {
  for (const key of Object.keys(source)) {
    // ruleid: imprimatur.javascript.prototype-from-data
    target[key] = deepMerge(target[key], source[key]);
  }
  return target;
}

function mergeSafely(target, source) {
  for (const key of Object.keys(source)) {
    if (key === "__proto__") continue;
    // ok: imprimatur.javascript.prototype-from-data
    target[key] = mergeSafely(target[key], source[key]);
  }
  return target;
}

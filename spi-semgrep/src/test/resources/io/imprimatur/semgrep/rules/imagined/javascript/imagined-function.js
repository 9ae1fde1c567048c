const fs = require("fs");
const path = require("path");

async function run(options) {
  // ruleid: imprimatur.javascript.imagined-function
  const text = await fs.readFileAsync("a.txt");
  // ruleid: imprimatur.javascript.imagined-function
  const copy = Object.clone(options);
  // ruleid: imprimatur.javascript.imagined-function
  await Promise.delay(100);
  // ruleid: imprimatur.javascript.imagined-function
  const folder = path.combine("a", "b");
  // ruleid: imprimatur.javascript.imagined-function
  const size = Math.clamp(3, 0, 2);
  // ok: imprimatur.javascript.imagined-function
  const other = await fs.promises.readFile("a.txt");
  // ok: imprimatur.javascript.imagined-function
  const same = structuredClone(options);
  // ok: imprimatur.javascript.imagined-function
  return [text, copy, folder, size, other, same, Math.max(1, 2), path.join("a", "b")];
}

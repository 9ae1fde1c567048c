// ruleid: imprimatur.javascript.topic-cryptography
const crypto = require("node:crypto");

// ruleid: imprimatur.javascript.topic-cryptography
function decrypt(text, key) {
  return text;
}

// ok: imprimatur.javascript.topic-cryptography
function describe(item) {
  return item.text;
}

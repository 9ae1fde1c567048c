const { createHash } = require("crypto");

// ruleid: imprimatur.javascript.weak-digest
const one = crypto.createHash("md5").update(data).digest("hex");
// ruleid: imprimatur.javascript.weak-digest
const two = createHash("sha1").update(data).digest("hex");
// ok: imprimatur.javascript.weak-digest
const three = createHash("sha256").update(data).digest("hex");

const crypto = require("crypto");

async function store(user, password, content) {
  // ruleid: imprimatur.javascript.password-hash-fast
  user.hash = crypto.createHash("sha256").update(password).digest("hex");
  // ruleid: imprimatur.javascript.password-hash-fast
  user.hash = crypto.createHash("sha512").update(user.salt + user.password).digest("hex");
  // ruleid: imprimatur.javascript.password-hash-fast
  user.hash = CryptoJS.SHA256(password).toString();
  // ok: imprimatur.javascript.password-hash-fast
  user.hash = await bcrypt.hash(password, 12);
  // ok: imprimatur.javascript.password-hash-fast
  user.etag = crypto.createHash("sha256").update(content).digest("hex");
}

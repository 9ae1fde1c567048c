// ruleid: imprimatur.javascript.constant-iv
const one = crypto.createCipheriv("aes-256-cbc", key, "1234567890123456");
// ruleid: imprimatur.javascript.constant-iv
const two = crypto.createCipheriv("aes-256-gcm", key, Buffer.alloc(12, 0));
const iv = crypto.randomBytes(12);
// ok: imprimatur.javascript.constant-iv
const three = crypto.createCipheriv("aes-256-gcm", key, iv);
// ok: imprimatur.javascript.constant-iv
const four = crypto.createCipheriv("aes-256-gcm", key, crypto.randomBytes(12));

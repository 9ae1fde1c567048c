// ruleid: imprimatur.javascript.weak-cipher
const one = crypto.createCipher("aes-256-cbc", "password");
// ruleid: imprimatur.javascript.weak-cipher
const two = crypto.createCipheriv("aes-128-ecb", key, null);
// ruleid: imprimatur.javascript.weak-cipher
const three = crypto.createCipheriv("des-ede3-cbc", key, iv);
// ok: imprimatur.javascript.weak-cipher
const four = crypto.createCipheriv("aes-256-gcm", key, iv);

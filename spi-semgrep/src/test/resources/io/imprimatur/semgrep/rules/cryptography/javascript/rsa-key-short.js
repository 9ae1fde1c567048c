// ruleid: imprimatur.javascript.rsa-key-short
const one = crypto.generateKeyPairSync("rsa", { modulusLength: 1024 });
// ok: imprimatur.javascript.rsa-key-short
const two = crypto.generateKeyPairSync("rsa", { modulusLength: 3072 });

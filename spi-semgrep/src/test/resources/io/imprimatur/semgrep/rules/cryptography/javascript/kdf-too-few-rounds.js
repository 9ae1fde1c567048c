// ruleid: imprimatur.javascript.kdf-too-few-rounds
const key = crypto.pbkdf2Sync(password, salt, 1000, 32, "sha256");
// ruleid: imprimatur.javascript.kdf-too-few-rounds
const hash = await bcrypt.hash(password, 5);
// ok: imprimatur.javascript.kdf-too-few-rounds
const good = crypto.pbkdf2Sync(password, salt, 600000, 32, "sha256");
// ok: imprimatur.javascript.kdf-too-few-rounds
const better = await bcrypt.hash(password, 12);

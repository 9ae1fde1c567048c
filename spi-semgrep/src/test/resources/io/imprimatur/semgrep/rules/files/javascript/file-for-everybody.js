// ruleid: imprimatur.javascript.file-for-everybody
fs.chmodSync("upload.sh", 0o777);
// ruleid: imprimatur.javascript.file-for-everybody
fs.chmod("data.db", "666", done);
// ruleid: imprimatur.javascript.file-for-everybody
fs.mkdirSync("data", { recursive: true, mode: 0o777 });
// ok: imprimatur.javascript.file-for-everybody
fs.chmodSync("upload.sh", 0o755);

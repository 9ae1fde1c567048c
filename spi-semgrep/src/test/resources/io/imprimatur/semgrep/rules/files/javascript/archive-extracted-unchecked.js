stream.on("entry", (entry) => {
  // ruleid: imprimatur.javascript.archive-extracted-unchecked
  entry.pipe(fs.createWriteStream(path.join(folder, entry.path)));
});
for (const entry of zip.getEntries()) {
  // ruleid: imprimatur.javascript.archive-extracted-unchecked
  fs.writeFileSync(path.join(folder, entry.entryName), entry.getData());
  const target = inside(folder, entry.entryName);
  // ok: imprimatur.javascript.archive-extracted-unchecked
  fs.writeFileSync(target, entry.getData());
}

// ruleid: imprimatur.javascript.temporary-file-guessable
fs.writeFileSync("/tmp/report.csv", rows);
// ruleid: imprimatur.javascript.temporary-file-guessable
fs.createWriteStream(`/tmp/${user}.csv`);
// ok: imprimatur.javascript.temporary-file-guessable
fs.writeFileSync(path.join(fs.mkdtempSync(path.join(os.tmpdir(), "report-")), "rows.csv"), rows);

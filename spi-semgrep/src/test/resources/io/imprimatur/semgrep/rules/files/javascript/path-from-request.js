const fs = require("fs");
const path = require("path");

app.get("/download", (req, res) => {
  const name = req.query.name;
  // ruleid: imprimatur.javascript.path-from-request
  res.sendFile(path.join(__dirname, "files", name));
});

app.get("/read/:name", (req, res) => {
  // ruleid: imprimatur.javascript.path-from-request
  res.send(fs.readFileSync(`files/${req.params.name}`));
});

app.get("/safe", (req, res) => {
  const name = path.basename(req.query.name);
  // ok: imprimatur.javascript.path-from-request
  res.sendFile(path.join(__dirname, "files", name));
  // ok: imprimatur.javascript.path-from-request
  fs.writeFileSync("last.txt", req.query.name);
});

const { exec, execFile, execSync } = require("child_process");

function unpack(name) {
  // ruleid: imprimatur.javascript.shell-from-text
  exec(`tar -xf ${name}`, done);
  // ruleid: imprimatur.javascript.shell-from-text
  execSync("tar -xf " + name);
  const command = `rm ${name}`;
  // ruleid: imprimatur.javascript.shell-from-text
  execSync(command);
  // ok: imprimatur.javascript.shell-from-text
  execFile("tar", ["-xf", name], done);
  // ok: imprimatur.javascript.shell-from-text
  exec("ls | wc -l", done);
}

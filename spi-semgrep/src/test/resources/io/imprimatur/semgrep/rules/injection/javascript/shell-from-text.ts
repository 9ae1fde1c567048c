import { exec } from "node:child_process";

export function remove(name: string): void {
  // ruleid: imprimatur.javascript.shell-from-text
  exec(`rm ${name}`);
  // ok: imprimatur.javascript.shell-from-text
  const found = /a(b)/.exec(`a${name}`);
  // ok: imprimatur.javascript.shell-from-text
  exec("ls");
}

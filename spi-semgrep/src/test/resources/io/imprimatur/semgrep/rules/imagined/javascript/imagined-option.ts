import fs from "fs";
import fetch from "node-fetch";

export async function load(url: string): Promise<unknown> {
  // ruleid: imprimatur.javascript.imagined-option
  fs.mkdirSync("out", { parents: true });
  // ok: imprimatur.javascript.imagined-option
  fs.mkdirSync("out", { recursive: true });
  // ok: imprimatur.javascript.imagined-option
  return fetch(url, { timeout: 5000 });
}

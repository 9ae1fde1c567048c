import Promise from "bluebird";
import fs from "fs-extra";

export async function copyAll(): Promise<void> {
  // ok: imprimatur.javascript.imagined-function
  await fs.move("a", "b");
  // ok: imprimatur.javascript.imagined-function
  await Promise.delay(100);
  // ruleid: imprimatur.javascript.imagined-function
  const options: object = JSON.decode("{}");
}

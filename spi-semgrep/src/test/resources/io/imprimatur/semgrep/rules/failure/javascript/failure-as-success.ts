async function load(path: string): Promise<Item[]> {
  // ruleid: imprimatur.javascript.failure-as-success
  try {
    return JSON.parse(await read(path));
  } catch (error) {
    console.error(error);
    return [];
  }
}

async function names(): Promise<string[]> {
  // ruleid: imprimatur.javascript.failure-as-success
  return fetchNames().catch(() => []);
}

function valid(signature: string): boolean {
  // ok: imprimatur.javascript.failure-as-success
  try {
    return check(signature);
  } catch {
    return false;
  }
}

async function saved(): Promise<string> {
  // ok: imprimatur.javascript.failure-as-success
  return fs.readFile("saved.txt", "utf8").catch(() => "");
}

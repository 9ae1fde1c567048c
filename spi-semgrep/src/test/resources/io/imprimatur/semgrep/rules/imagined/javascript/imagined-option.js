async function load(url) {
  // ruleid: imprimatur.javascript.imagined-option
  const one = await fetch(url, { timeout: 5000 });
  // ruleid: imprimatur.javascript.imagined-option
  const two = await fetch(url, { method: "POST", json: { a: 1 } });
  // ok: imprimatur.javascript.imagined-option
  const three = await fetch(url, { signal: AbortSignal.timeout(5000) });
  // ok: imprimatur.javascript.imagined-option
  return [one, two, three, await axios.get(url, { timeout: 5000 })];
}

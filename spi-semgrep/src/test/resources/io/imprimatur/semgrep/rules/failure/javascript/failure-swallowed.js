async function save(items) {
  // ruleid: imprimatur.javascript.failure-swallowed
  try {
    await items.save();
  } catch (e) {}
  // ruleid: imprimatur.javascript.failure-swallowed
  await items.flush().catch(() => {});
  // ok: imprimatur.javascript.failure-swallowed
  try {
    await items.notify();
  } catch (e) {
    logger.warn(e);
    throw e;
  }
  // ok: imprimatur.javascript.failure-swallowed
  try {
    await items.tidy();
  } catch {
    // nothing to tidy on a first run
  }
}

function put(file) {
  // ok: imprimatur.javascript.failure-swallowed
  try {
    file.close();
  } catch (e) {}
}

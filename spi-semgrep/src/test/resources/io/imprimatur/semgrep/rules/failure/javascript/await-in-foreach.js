async function save(items) {
  // ruleid: imprimatur.javascript.await-in-foreach
  items.forEach(async (item) => {
    await item.save();
  });
  // ok: imprimatur.javascript.await-in-foreach
  for (const item of items) {
    await item.save();
  }
  // ok: imprimatur.javascript.await-in-foreach
  items.forEach((item) => {
    item.touch();
  });
}

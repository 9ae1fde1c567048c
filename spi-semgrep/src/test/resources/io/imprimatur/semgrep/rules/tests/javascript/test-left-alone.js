// ruleid: imprimatur.javascript.test-left-alone
it.only("adds", () => {
  expect(1 + 1).toBe(2);
});
// ruleid: imprimatur.javascript.test-left-alone
describe.only("order", () => {});
// ok: imprimatur.javascript.test-left-alone
it("sums", () => {
  expect(1 + 2).toBe(3);
});

// ruleid: imprimatur.javascript.test-without-assertion
it("adds", () => {
  const order: Order = new Order();
  order.add(3);
});

// ruleid: imprimatur.javascript.test-without-assertion
test("loads", async () => {
  await load("a");
});

// ok: imprimatur.javascript.test-without-assertion
it("sums", () => {
  expect(new Order([1, 2]).total()).toBe(3);
});

// ok: imprimatur.javascript.test-without-assertion
describe("order", () => {
  setup();
});

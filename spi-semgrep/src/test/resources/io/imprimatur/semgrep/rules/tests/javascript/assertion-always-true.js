test("works", () => {
  // ruleid: imprimatur.javascript.assertion-always-true
  expect(true).toBe(true);
  const total = order().total();
  // ruleid: imprimatur.javascript.assertion-always-true
  expect(total).toEqual(total);
  // ok: imprimatur.javascript.assertion-always-true
  expect(total).toBe(3);
  // ok: imprimatur.javascript.assertion-always-true
  expect(next()).toBe(next());
});

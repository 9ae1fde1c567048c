function calculate(expression, values) {
  // ruleid: imprimatur.javascript.eval-of-data
  const total = eval(expression);
  // ruleid: imprimatur.javascript.eval-of-data
  const compute = new Function("x", expression);
  // ok: imprimatur.javascript.eval-of-data
  const data = JSON.parse(expression);
  // ok: imprimatur.javascript.eval-of-data
  return total + compute(values) + data + eval("1 + 1");
}

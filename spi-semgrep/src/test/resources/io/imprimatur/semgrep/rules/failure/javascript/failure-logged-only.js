async function pay(order) {
  // ruleid: imprimatur.javascript.failure-logged-only
  try {
    await charge(order);
  } catch (error) {
    console.error("Error:", error);
  }
  // ruleid: imprimatur.javascript.failure-logged-only
  charge(order).catch(console.error);
  // ok: imprimatur.javascript.failure-logged-only
  try {
    await charge(order);
  } catch (error) {
    console.error("Error:", error);
    throw error;
  }
}

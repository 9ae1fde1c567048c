function pay(order) {
  // ruleid: imprimatur.code.for-show
  // For demonstration purposes only
  // ruleid: imprimatur.code.for-show
  // Simulate API call
  // ruleid: imprimatur.code.for-show
  // This is a simplified implementation
  // ruleid: imprimatur.code.for-show
  // For now, just return true
  // ok: imprimatur.code.for-show
  // A demonstration of the shop is in samples.
  // ok: imprimatur.code.for-show
  // A call that fails is tried again.
  return true;
}

const order = {
  // ruleid: imprimatur.text.half-answer
  // ... rest of the fields
  // ok: imprimatur.text.half-answer
  ...rest,
};

app.use((err, req, res, next) => {
  // ruleid: imprimatur.javascript.error-shown-to-caller
  res.status(500).json({ message: err.message, stack: err.stack });
  // ruleid: imprimatur.javascript.error-shown-to-caller
  res.send(err.stack);
  logger.error(err.stack);
  // ok: imprimatur.javascript.error-shown-to-caller
  res.status(500).json({ message: "please try again" });
});

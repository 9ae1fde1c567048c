app.post("/login", (req, res) => {
  const name = req.body.name;
  // ruleid: imprimatur.javascript.log-line-from-request
  console.log(`login of ${name}`);
  // ruleid: imprimatur.javascript.log-line-from-request
  logger.info("login of " + req.query.name);
  // ok: imprimatur.javascript.log-line-from-request
  logger.info({ name }, "login");
  // ok: imprimatur.javascript.log-line-from-request
  console.log(`login of ${JSON.stringify(name)}`);
});

function login(user, password, apiKey) {
  // ruleid: imprimatur.javascript.secret-in-log
  console.log(`login of ${user} with ${password}`);
  // ruleid: imprimatur.javascript.secret-in-log
  logger.debug("login", user, apiKey);
  // ok: imprimatur.javascript.secret-in-log
  logger.info("login of " + user);
  // ok: imprimatur.javascript.secret-in-log
  console.error("the password was wrong");
}

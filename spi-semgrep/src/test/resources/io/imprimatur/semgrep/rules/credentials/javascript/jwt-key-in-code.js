// ruleid: imprimatur.javascript.jwt-key-in-code
const token = jwt.sign({ sub: "1" }, "my-secret", { expiresIn: "1h" });
// ruleid: imprimatur.javascript.jwt-key-in-code
app.use(session({ secret: "keyboard cat", resave: false }));
// ok: imprimatur.javascript.jwt-key-in-code
const good = jwt.sign({ sub: "1" }, key, { expiresIn: "1h" });
// ok: imprimatur.javascript.jwt-key-in-code
app.use(session({ secret: settings.sessionKey, resave: false }));

// ruleid: imprimatur.javascript.cookie-unprotected
res.cookie("session", value, { httpOnly: false, secure: true });
// ruleid: imprimatur.javascript.cookie-unprotected
app.use(session({ secret: key, cookie: { secure: false } }));
// ok: imprimatur.javascript.cookie-unprotected
res.cookie("session", value, { httpOnly: true, secure: true, sameSite: "lax" });

// ruleid: imprimatur.javascript.jwt-any-algorithm
const one = jwt.verify(token, key, { algorithms: ["HS256", "none"] });
// ruleid: imprimatur.javascript.jwt-any-algorithm
const two = jwt.sign({ sub: "1" }, null, { algorithm: "none" });
// ok: imprimatur.javascript.jwt-any-algorithm
const three = jwt.verify(token, key, { algorithms: ["RS256"] });

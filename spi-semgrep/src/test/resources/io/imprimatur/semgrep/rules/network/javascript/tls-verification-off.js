const https = require("https");

// ruleid: imprimatur.javascript.tls-verification-off
const agent = new https.Agent({ rejectUnauthorized: false });
// ruleid: imprimatur.javascript.tls-verification-off
process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
// ok: imprimatur.javascript.tls-verification-off
const good = new https.Agent({ ca: readFileSync("ca.pem") });
// ok: imprimatur.javascript.tls-verification-off
const strict = new https.Agent({ rejectUnauthorized: true });

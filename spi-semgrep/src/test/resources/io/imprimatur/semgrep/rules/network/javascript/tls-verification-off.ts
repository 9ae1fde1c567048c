import * as https from "https";

// ruleid: imprimatur.javascript.tls-verification-off
const options: https.RequestOptions = { host: "db", rejectUnauthorized: false };
// ok: imprimatur.javascript.tls-verification-off
const good: https.RequestOptions = { host: "db", ca: authority };

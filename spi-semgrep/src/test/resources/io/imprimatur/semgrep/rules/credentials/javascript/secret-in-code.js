// ruleid: imprimatur.javascript.secret-in-code
const JWT_SECRET = "supersecret123";
// ruleid: imprimatur.javascript.secret-in-code
const pool = new Pool({ host: "db", user: "shop", password: "hunter2hunter2" });
// ruleid: imprimatur.javascript.secret-in-code
config.apiKey = "k-1234567890";
// ok: imprimatur.javascript.secret-in-code
const apiKey = process.env.API_KEY;
// ok: imprimatur.javascript.secret-in-code
const schema = { password: "string" };
// ok: imprimatur.javascript.secret-in-code
const labels = { password: "Enter your password" };

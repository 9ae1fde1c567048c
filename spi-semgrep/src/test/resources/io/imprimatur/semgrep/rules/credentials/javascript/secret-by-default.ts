// ruleid: imprimatur.javascript.secret-by-default
const key: string = process.env.JWT_SECRET || "dev-secret";
// ruleid: imprimatur.javascript.secret-by-default
const password = process.env.DB_PASSWORD ?? "postgres";
// ok: imprimatur.javascript.secret-by-default
const host = process.env.DB_HOST || "localhost";
// ok: imprimatur.javascript.secret-by-default
const required = process.env.JWT_SECRET;
// ok: imprimatur.javascript.secret-by-default
const empty = process.env.DB_PASSWORD ?? "";

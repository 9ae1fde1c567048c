import axios from "axios";

// ruleid: imprimatur.javascript.http-without-timeout
const items = await axios.get("https://api.example/items");
// ruleid: imprimatur.javascript.http-without-timeout
await axios.post("https://api.example/items", { a: 1 });
// ruleid: imprimatur.javascript.http-without-timeout
const client = axios.create({ baseURL: "https://api.example" });
// ok: imprimatur.javascript.http-without-timeout
const better = axios.create({ baseURL: "https://api.example", timeout: 5000 });
// ok: imprimatur.javascript.http-without-timeout
await axios.get("https://api.example/items", { timeout: 5000 });
// ok: imprimatur.javascript.http-without-timeout
await axios.post("https://api.example/items", { a: 1 }, { signal: AbortSignal.timeout(5000) });

// ruleid: imprimatur.javascript.cors-any-origin
app.use(cors());
// ruleid: imprimatur.javascript.cors-any-origin
app.use(cors({ origin: "*", credentials: true }));
// ruleid: imprimatur.javascript.cors-any-origin
res.setHeader("Access-Control-Allow-Origin", "*");
// ruleid: imprimatur.javascript.cors-any-origin
res.setHeader("Access-Control-Allow-Origin", req.headers.origin);
// ok: imprimatur.javascript.cors-any-origin
app.use(cors({ origin: "https://shop.example" }));

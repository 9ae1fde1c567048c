// ruleid: imprimatur.javascript.binds-every-interface
app.listen(3000, "0.0.0.0", () => start());
// ruleid: imprimatur.javascript.binds-every-interface
await fastify.listen({ port: 3000, host: "0.0.0.0" });
// ok: imprimatur.javascript.binds-every-interface
app.listen(3000, "127.0.0.1");
// ok: imprimatur.javascript.binds-every-interface
app.listen(port, host);

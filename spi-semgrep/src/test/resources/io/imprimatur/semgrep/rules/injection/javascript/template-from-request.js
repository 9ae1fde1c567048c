app.post("/preview", (req, res) => {
  // ruleid: imprimatur.javascript.template-from-request
  res.send(ejs.render(req.body.template, { name: "x" }));
  const template = req.query.template;
  // ruleid: imprimatur.javascript.template-from-request
  res.send(Handlebars.compile(template)({}));
  // ok: imprimatur.javascript.template-from-request
  res.send(ejs.render("<%= name %>", { name: req.body.name }));
});

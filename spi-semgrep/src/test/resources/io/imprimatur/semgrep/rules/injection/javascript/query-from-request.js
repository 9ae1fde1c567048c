app.post("/login", async (req, res) => {
  // ruleid: imprimatur.javascript.query-from-request
  const user = await User.findOne({ name: req.body.name, hash: req.body.hash });
  // ruleid: imprimatur.javascript.query-from-request
  const others = await User.find(req.query);
  // ok: imprimatur.javascript.query-from-request
  const safe = await User.findOne({ name: String(req.body.name) });
  // ok: imprimatur.javascript.query-from-request
  const inList = list.find((item) => item.name === req.body.name);
  res.json({ user, others, safe, inList });
});

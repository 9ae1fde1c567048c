app.get("/login", (req: Request, res: Response) => {
  const next = req.query.next as string;
  // ruleid: imprimatur.javascript.redirect-to-given-address
  res.redirect(next);
  // ruleid: imprimatur.javascript.redirect-to-given-address
  res.redirect(302, `${req.query.to}`);
  // ok: imprimatur.javascript.redirect-to-given-address
  res.redirect("/home");
  // ok: imprimatur.javascript.redirect-to-given-address
  res.redirect(`/search?q=${encodeURIComponent(req.query.q as string)}`);
});

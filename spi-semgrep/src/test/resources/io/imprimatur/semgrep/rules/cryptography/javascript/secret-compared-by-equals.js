function verify(req, secret) {
  const signature = req.headers["x-signature"];
  const expectedSignature = crypto.createHmac("sha256", secret).update(req.body).digest("hex");
  // ruleid: imprimatur.javascript.secret-compared-by-equals
  if (signature !== expectedSignature) return false;
  // ruleid: imprimatur.javascript.secret-compared-by-equals
  if (req.headers.apiKey === process.env.API_KEY) return true;
  // ok: imprimatur.javascript.secret-compared-by-equals
  if (signature === undefined) return false;
  // ok: imprimatur.javascript.secret-compared-by-equals
  return crypto.timingSafeEqual(Buffer.from(signature), Buffer.from(expectedSignature));
}

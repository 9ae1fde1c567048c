function generateToken() {
  // ruleid: imprimatur.javascript.random-for-secret
  return Math.random().toString(36).slice(2);
}

// ruleid: imprimatur.javascript.random-for-secret
const otp = Math.floor(100000 + Math.random() * 900000);
// ruleid: imprimatur.javascript.random-for-secret
user.resetToken = Math.random().toString(36);
// ok: imprimatur.javascript.random-for-secret
const token = crypto.randomBytes(32).toString("hex");
// ok: imprimatur.javascript.random-for-secret
const delay = Math.random() * 1000;

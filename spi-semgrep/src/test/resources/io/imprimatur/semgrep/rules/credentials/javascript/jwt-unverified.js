const jwt = require("jsonwebtoken");

function userOf(token) {
  // ruleid: imprimatur.javascript.jwt-unverified
  return jwt.decode(token).sub;
}

function userByHand(token) {
  // ruleid: imprimatur.javascript.jwt-unverified
  return JSON.parse(Buffer.from(token.split(".")[1], "base64").toString());
}

function checkedUserOf(token, key) {
  // ok: imprimatur.javascript.jwt-unverified
  return jwt.verify(token, key, { algorithms: ["RS256"] }).sub;
}

function byIssuer(token) {
  // ok: imprimatur.javascript.jwt-unverified
  const issuer = jwt.decode(token).iss;
  return jwt.verify(token, KEYS[issuer], { algorithms: ["RS256"] });
}

const serialize = require("node-serialize");

function read(body, req) {
  // ruleid: imprimatur.javascript.object-from-data
  const first = serialize.unserialize(body);
  // ruleid: imprimatur.javascript.object-from-data
  const second = eval("(" + body + ")");
  // ok: imprimatur.javascript.object-from-data
  return [first, second, JSON.parse(body)];
}

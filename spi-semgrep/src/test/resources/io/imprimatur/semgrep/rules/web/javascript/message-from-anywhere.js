// ruleid: imprimatur.javascript.message-from-anywhere
window.parent.postMessage({ token }, "*");
// ok: imprimatur.javascript.message-from-anywhere
window.parent.postMessage({ token }, "https://shop.example");
// ok: imprimatur.javascript.message-from-anywhere
worker.postMessage({ token });

function show(element, name) {
  // ruleid: imprimatur.javascript.html-from-text
  element.innerHTML = `<b>${name}</b>`;
  // ruleid: imprimatur.javascript.html-from-text
  element.innerHTML = "<b>" + name + "</b>";
  // ok: imprimatur.javascript.html-from-text
  element.textContent = name;
  // ok: imprimatur.javascript.html-from-text
  element.innerHTML = "<hr>";
  // ok: imprimatur.javascript.html-from-text
  element.innerHTML = `<b>${DOMPurify.sanitize(name)}</b>`;
}

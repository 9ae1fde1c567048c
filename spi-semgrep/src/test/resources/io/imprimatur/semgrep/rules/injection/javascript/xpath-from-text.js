function find(document, name) {
  // ruleid: imprimatur.javascript.xpath-from-text
  const first = xpath.select(`//user[@name='${name}']`, document);
  // ruleid: imprimatur.javascript.xpath-from-text
  const second = xpath.select("//user[@name='" + name + "']", document);
  // ok: imprimatur.javascript.xpath-from-text
  return [first, second, xpath.select("//user", document)];
}

// ruleid: imprimatur.javascript.xml-external-entities
const one = libxmljs.parseXml(text, { noent: true });
// ruleid: imprimatur.javascript.xml-external-entities
const two = libxml.parseXmlString(text, { nonet: false, noent: true });
// ok: imprimatur.javascript.xml-external-entities
const three = libxmljs.parseXml(text, { noent: false });

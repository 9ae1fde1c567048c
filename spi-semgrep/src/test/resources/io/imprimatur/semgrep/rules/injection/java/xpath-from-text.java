class Trees {
    void find(XPath xpath, Document document, String name) throws XPathException {
        // ruleid: imprimatur.java.xpath-from-text
        xpath.compile("//user[@name='" + name + "']");
        // ruleid: imprimatur.java.xpath-from-text
        xpath.evaluate("//user[@name='" + name + "']", document);
        // ok: imprimatur.java.xpath-from-text
        xpath.compile("//user[@name=$name]");
        // ok: imprimatur.java.xpath-from-text
        Pattern.compile("user " + name);
    }
}

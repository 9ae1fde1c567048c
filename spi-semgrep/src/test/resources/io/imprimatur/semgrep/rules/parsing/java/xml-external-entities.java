class Trees {
    Document parse(InputStream in) throws Exception {
        // ruleid: imprimatur.java.xml-external-entities
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        return factory.newDocumentBuilder().parse(in);
    }

    Document parseAtOnce(InputStream in) throws Exception {
        // ruleid: imprimatur.java.xml-external-entities
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
    }

    Document parseWell(InputStream in) throws Exception {
        // ok: imprimatur.java.xml-external-entities
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(in);
    }

    XMLStreamReader streamWell(InputStream in) throws Exception {
        // ok: imprimatur.java.xml-external-entities
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        return factory.createXMLStreamReader(in);
    }
}

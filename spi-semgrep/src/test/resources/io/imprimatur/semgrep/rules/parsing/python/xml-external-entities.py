from xml.sax import make_parser
from xml.sax.handler import feature_external_ges

from lxml import etree

# ruleid: imprimatur.python.xml-external-entities
one = etree.XMLParser(resolve_entities=True)
# ruleid: imprimatur.python.xml-external-entities
two = etree.XMLParser(load_dtd=True, no_network=False)
reader = make_parser()
# ruleid: imprimatur.python.xml-external-entities
reader.setFeature(feature_external_ges, True)
# ok: imprimatur.python.xml-external-entities
three = etree.XMLParser(resolve_entities=False, no_network=True)
# ok: imprimatur.python.xml-external-entities
reader.setFeature(feature_external_ges, False)

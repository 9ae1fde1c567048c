def find(tree, name):
    # ruleid: imprimatur.python.xpath-from-text
    found = tree.xpath(f"//user[@name='{name}']")
    # ruleid: imprimatur.python.xpath-from-text
    found += tree.xpath("//user[@name='" + name + "']")
    # ok: imprimatur.python.xpath-from-text
    return found + tree.xpath("//user[@name=$name]", name=name)

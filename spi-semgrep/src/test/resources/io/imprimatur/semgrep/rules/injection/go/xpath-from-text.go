package shop

import "fmt"

func find(tree *xmlquery.Node, name string) {
	// ruleid: imprimatur.go.xpath-from-text
	one := xmlquery.Find(tree, fmt.Sprintf("//user[@name='%s']", name))
	// ruleid: imprimatur.go.xpath-from-text
	two := xmlquery.FindOne(tree, "//user[@name='"+name+"']")
	// ok: imprimatur.go.xpath-from-text
	three := xmlquery.Find(tree, "//user")
}

package shop

import (
	"fmt"
	"html/template"
	"net/http"
)

func page(w http.ResponseWriter, r *http.Request, name string) {
	// ruleid: imprimatur.go.html-from-text
	one := template.HTML("<b>" + name + "</b>")
	// ruleid: imprimatur.go.html-from-text
	fmt.Fprintf(w, "<h1>%s</h1>", r.FormValue("name"))
	// ok: imprimatur.go.html-from-text
	two := template.HTML("<hr>")
	// ok: imprimatur.go.html-from-text
	fmt.Fprintf(w, "<h1>%s</h1>", template.HTMLEscapeString(r.FormValue("name")))
}

package shop

import (
	"html/template"
	"net/http"
)

func preview(w http.ResponseWriter, r *http.Request) {
	text := r.FormValue("template")
	// ruleid: imprimatur.go.template-from-request
	one, _ := template.New("page").Parse(text)
	// ok: imprimatur.go.template-from-request
	two, _ := template.New("page").Parse("<b>{{.Name}}</b>")
}

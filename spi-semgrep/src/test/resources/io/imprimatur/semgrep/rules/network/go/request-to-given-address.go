package shop

import (
	"net/http"
	"net/url"
)

var services = map[string]string{"stock": "https://stock.internal.example"}

func preview(w http.ResponseWriter, r *http.Request) {
	target := r.URL.Query().Get("url")
	// ruleid: imprimatur.go.request-to-given-address
	request, _ := http.NewRequest("GET", target, nil)
	// ruleid: imprimatur.go.request-to-given-address
	response, _ := client.Get("https://" + r.FormValue("host") + "/")
}

func stock(w http.ResponseWriter, r *http.Request) {
	// ok: imprimatur.go.request-to-given-address
	request, _ := http.NewRequest("GET", services[r.FormValue("service")], nil)
	// ok: imprimatur.go.request-to-given-address
	response, _ := client.Get("https://search.example/?q=" + url.QueryEscape(r.FormValue("q")))
}

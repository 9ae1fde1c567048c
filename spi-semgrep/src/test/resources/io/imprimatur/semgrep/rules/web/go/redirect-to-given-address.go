package shop

import (
	"net/http"
	"net/url"
)

func login(w http.ResponseWriter, r *http.Request) {
	next := r.URL.Query().Get("next")
	// ruleid: imprimatur.go.redirect-to-given-address
	http.Redirect(w, r, next, http.StatusFound)
	// ruleid: imprimatur.go.redirect-to-given-address
	http.Redirect(w, r, r.FormValue("to"), http.StatusFound)
	// ok: imprimatur.go.redirect-to-given-address
	http.Redirect(w, r, "/home?tab="+url.QueryEscape(next), http.StatusFound)
}

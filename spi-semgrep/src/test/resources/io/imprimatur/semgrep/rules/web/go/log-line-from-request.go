package shop

import (
	"log"
	"net/http"
)

func login(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	// ruleid: imprimatur.go.log-line-from-request
	log.Printf("login of %s", name)
	// ruleid: imprimatur.go.log-line-from-request
	log.Println("from", r.Header.Get("User-Agent"))
	// ok: imprimatur.go.log-line-from-request
	log.Printf("login of %q", name)
	// ok: imprimatur.go.log-line-from-request
	log.Println("login")
}

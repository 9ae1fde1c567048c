package shop

import (
	"log"
	"net/http"
)

func show(w http.ResponseWriter, err error) {
	// ruleid: imprimatur.go.error-shown-to-caller
	http.Error(w, err.Error(), http.StatusInternalServerError)
	// ruleid: imprimatur.go.error-shown-to-caller
	http.Error(w, err.Error(), 500)
	log.Println(err)
	// ok: imprimatur.go.error-shown-to-caller
	http.Error(w, "please try again", http.StatusInternalServerError)
}

package shop

import "net/http"

func allow(w http.ResponseWriter, r *http.Request) {
	// ruleid: imprimatur.go.cors-any-origin
	w.Header().Set("Access-Control-Allow-Origin", "*")
	// ruleid: imprimatur.go.cors-any-origin
	w.Header().Set("Access-Control-Allow-Origin", r.Header.Get("Origin"))
	// ruleid: imprimatur.go.cors-any-origin
	handler := cors.New(cors.Options{AllowedOrigins: []string{"*"}, AllowCredentials: true})
	// ok: imprimatur.go.cors-any-origin
	w.Header().Set("Access-Control-Allow-Origin", "https://shop.example")
}

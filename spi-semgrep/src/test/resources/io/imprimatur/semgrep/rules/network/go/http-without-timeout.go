package shop

import (
	"net/http"
	"time"
)

func fetch() error {
	// ruleid: imprimatur.go.http-without-timeout
	_, err := http.Get("https://api.example/items")
	// ruleid: imprimatur.go.http-without-timeout
	client := &http.Client{}
	// ok: imprimatur.go.http-without-timeout
	better := &http.Client{Timeout: 10 * time.Second}
	// ok: imprimatur.go.http-without-timeout
	_, err = better.Get("https://api.example/items")
	return err
}

func serve(mux *http.ServeMux) error {
	// ruleid: imprimatur.go.http-without-timeout
	return http.ListenAndServe(":8080", mux)
}

func serveWell(mux *http.ServeMux) error {
	// ok: imprimatur.go.http-without-timeout
	server := &http.Server{Addr: ":8080", Handler: mux, ReadHeaderTimeout: 5 * time.Second}
	return server.ListenAndServe()
}

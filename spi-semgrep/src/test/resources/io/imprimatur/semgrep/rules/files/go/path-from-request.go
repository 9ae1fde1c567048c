package shop

import (
	"net/http"
	"os"
	"path/filepath"
)

func download(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("name")
	// ruleid: imprimatur.go.path-from-request
	data, _ := os.ReadFile(filepath.Join("files", name))
	// ruleid: imprimatur.go.path-from-request
	http.ServeFile(w, r, "files/"+r.FormValue("name"))
	// ok: imprimatur.go.path-from-request
	safe, _ := os.ReadFile(filepath.Join("files", filepath.Base(name)))
	// ok: imprimatur.go.path-from-request
	logo, _ := os.ReadFile("files/logo.png")
}

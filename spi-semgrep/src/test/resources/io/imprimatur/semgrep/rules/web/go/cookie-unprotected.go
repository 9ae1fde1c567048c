package shop

import "net/http"

func cookies(w http.ResponseWriter, value string) {
	// ruleid: imprimatur.go.cookie-unprotected
	http.SetCookie(w, &http.Cookie{Name: "session", Value: value})
	// ruleid: imprimatur.go.cookie-unprotected
	http.SetCookie(w, &http.Cookie{Name: "theme", Value: value, Secure: false})
	// ok: imprimatur.go.cookie-unprotected
	http.SetCookie(w, &http.Cookie{Name: "session", Value: value, HttpOnly: true, Secure: true})
}

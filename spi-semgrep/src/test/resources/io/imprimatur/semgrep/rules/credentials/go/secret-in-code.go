package shop

import "os"

// ruleid: imprimatur.go.secret-in-code
var jwtKey = []byte("supersecret123")

// ruleid: imprimatur.go.secret-in-code
const apiKey = "k-1234567890"

func connect() {
	// ruleid: imprimatur.go.secret-in-code
	options := Options{User: "shop", Password: "hunter2hunter2"}
	// ok: imprimatur.go.secret-in-code
	secretKey := os.Getenv("SECRET_KEY")
	// ok: imprimatur.go.secret-in-code
	label := Label{Password: "Enter your password"}
}

package shop

import (
	"bytes"
	"crypto/hmac"
	"os"
)

func verify(signature, expectedMAC []byte, apiKey string) bool {
	// ruleid: imprimatur.go.secret-compared-by-equals
	if bytes.Equal(signature, expectedMAC) {
		return true
	}
	// ruleid: imprimatur.go.secret-compared-by-equals
	if apiKey == os.Getenv("API_KEY") {
		return true
	}
	// ok: imprimatur.go.secret-compared-by-equals
	return hmac.Equal(signature, expectedMAC) && apiKey != ""
}

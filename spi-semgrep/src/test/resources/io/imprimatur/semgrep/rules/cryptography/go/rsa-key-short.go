package shop

import (
	"crypto/rand"
	"crypto/rsa"
)

func keys() {
	// ruleid: imprimatur.go.rsa-key-short
	one, _ := rsa.GenerateKey(rand.Reader, 1024)
	// ok: imprimatur.go.rsa-key-short
	two, _ := rsa.GenerateKey(rand.Reader, 3072)
}

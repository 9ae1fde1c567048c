package shop

import (
	"crypto/aes"
	"crypto/des"
	"crypto/rc4"
)

func ciphers(key []byte) {
	// ruleid: imprimatur.go.weak-cipher
	one, _ := des.NewCipher(key)
	// ruleid: imprimatur.go.weak-cipher
	two, _ := rc4.NewCipher(key)
	// ok: imprimatur.go.weak-cipher
	three, _ := aes.NewCipher(key)
}

package shop

import (
	"crypto/cipher"
	"crypto/rand"
)

func encrypt(block cipher.Block, gcm cipher.AEAD, text []byte) []byte {
	// ruleid: imprimatur.go.constant-iv
	one := cipher.NewCBCEncrypter(block, []byte("0123456789abcdef"))
	zero := make([]byte, gcm.NonceSize())
	// ruleid: imprimatur.go.constant-iv
	return gcm.Seal(nil, zero, text, nil)
}

func encryptWell(gcm cipher.AEAD, text []byte) ([]byte, error) {
	nonce := make([]byte, gcm.NonceSize())
	if _, err := rand.Read(nonce); err != nil {
		return nil, err
	}
	// ok: imprimatur.go.constant-iv
	return gcm.Seal(nonce, nonce, text, nil), nil
}

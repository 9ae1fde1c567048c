package shop

// ruleid: imprimatur.go.topic-cryptography
import "crypto/aes"

// ok: imprimatur.go.topic-cryptography
import "fmt"

// ruleid: imprimatur.go.topic-cryptography
func Encrypt(text []byte) []byte {
	return text
}

// ok: imprimatur.go.topic-cryptography
func Describe(item Item) string {
	return item.Text
}

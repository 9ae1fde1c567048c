package shop

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
)

func digest(data []byte) {
	// ruleid: imprimatur.go.weak-digest
	one := md5.Sum(data)
	// ruleid: imprimatur.go.weak-digest
	two := sha1.New()
	// ok: imprimatur.go.weak-digest
	three := sha256.Sum256(data)
}

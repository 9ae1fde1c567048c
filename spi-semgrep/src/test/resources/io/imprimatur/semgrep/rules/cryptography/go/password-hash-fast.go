package shop

import "crypto/sha256"

func store(user *User, password string, content []byte) {
	// ruleid: imprimatur.go.password-hash-fast
	one := sha256.Sum256([]byte(password))
	// ruleid: imprimatur.go.password-hash-fast
	two := sha256.Sum256([]byte(user.Salt + user.Password))
	// ok: imprimatur.go.password-hash-fast
	three := sha256.Sum256(content)
	// ok: imprimatur.go.password-hash-fast
	four, _ := bcrypt.GenerateFromPassword([]byte(password), bcrypt.DefaultCost)
}

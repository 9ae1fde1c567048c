package shop

import (
	"math/rand"
	"strconv"
)

func generateToken(size int) string {
	letters := make([]byte, size)
	for i := range letters {
		// ruleid: imprimatur.go.random-for-secret
		letters[i] = alphabet[rand.Intn(len(alphabet))]
	}
	return string(letters)
}

func wait() string {
	// ruleid: imprimatur.go.random-for-secret
	otp := strconv.Itoa(rand.Intn(1000000))
	// ok: imprimatur.go.random-for-secret
	delay := rand.Intn(1000)
	return otp + strconv.Itoa(delay)
}

package shop

// ruleid: imprimatur.go.topic-authentication
import "github.com/golang-jwt/jwt/v5"

// ok: imprimatur.go.topic-authentication
import "fmt"

// ruleid: imprimatur.go.topic-authentication
func Login(name string) error {
	return nil
}

// ok: imprimatur.go.topic-authentication
func Logistics(name string) error {
	return nil
}

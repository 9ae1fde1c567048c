package shop

import (
	"fmt"
	"log"
)

func login(user, password string, settings Settings) {
	// ruleid: imprimatur.go.secret-in-log
	log.Printf("login of %s with %s", user, password)
	// ruleid: imprimatur.go.secret-in-log
	fmt.Println("key", settings.APIKey)
	// ok: imprimatur.go.secret-in-log
	log.Printf("login of %s", user)
	// ok: imprimatur.go.secret-in-log
	log.Println("the password was wrong")
}

package shop

import "os"

func settings() {
	// ruleid: imprimatur.go.secret-by-default
	password := getEnv("DB_PASSWORD", "postgres")
	// ruleid: imprimatur.go.secret-by-default
	secret := os.Getenv("JWT_SECRET")
	if secret == "" {
		secret = "dev-secret"
	}
	// ok: imprimatur.go.secret-by-default
	host := getEnv("DB_HOST", "localhost")
	// ok: imprimatur.go.secret-by-default
	token := os.Getenv("API_TOKEN")
	if token == "" {
		panic("API_TOKEN is missing")
	}
}

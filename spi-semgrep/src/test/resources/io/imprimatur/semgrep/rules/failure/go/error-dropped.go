package shop

import (
	"encoding/json"
	"os"
)

func load(body []byte) error {
	// ruleid: imprimatur.go.error-dropped
	data, _ := os.ReadFile("settings.json")
	var settings Settings
	// ruleid: imprimatur.go.error-dropped
	_ = json.Unmarshal(data, &settings)
	// ok: imprimatur.go.error-dropped
	more, err := os.ReadFile("more.json")
	// ok: imprimatur.go.error-dropped
	value, _ := table.Get("a")
	return err
}

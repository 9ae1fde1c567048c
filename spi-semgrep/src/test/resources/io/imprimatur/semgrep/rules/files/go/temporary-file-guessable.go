package shop

import (
	"fmt"
	"os"
)

func report(user string, rows []byte) {
	// ruleid: imprimatur.go.temporary-file-guessable
	os.WriteFile("/tmp/report.csv", rows, 0o600)
	// ruleid: imprimatur.go.temporary-file-guessable
	file, _ := os.Create(fmt.Sprintf("/tmp/%s.csv", user))
	// ok: imprimatur.go.temporary-file-guessable
	better, _ := os.CreateTemp("", "report-*.csv")
	// ok: imprimatur.go.temporary-file-guessable
	os.WriteFile("report.csv", rows, 0o600)
}

package shop

import "os"

func write(data []byte) {
	// ruleid: imprimatur.go.file-for-everybody
	os.Chmod("upload.sh", 0777)
	// ruleid: imprimatur.go.file-for-everybody
	os.WriteFile("data.db", data, 0o777)
	// ruleid: imprimatur.go.file-for-everybody
	os.MkdirAll("data", os.ModePerm)
	// ok: imprimatur.go.file-for-everybody
	os.WriteFile("data.db", data, 0o600)
	// ok: imprimatur.go.file-for-everybody
	os.MkdirAll("data", 0o755)
}

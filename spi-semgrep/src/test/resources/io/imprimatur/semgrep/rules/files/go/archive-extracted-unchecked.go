package shop

import (
	"archive/zip"
	"path/filepath"
)

func extract(archive *zip.Reader, folder string) {
	for _, entry := range archive.File {
		// ruleid: imprimatur.go.archive-extracted-unchecked
		write(filepath.Join(folder, entry.Name), entry)
	}
}

func untar(archive *tar.Reader, folder string) {
	for {
		header, err := archive.Next()
		if err != nil {
			return
		}
		// ruleid: imprimatur.go.archive-extracted-unchecked
		write(filepath.Join(folder, header.Name), archive)
	}
}

func extractWell(archive *zip.Reader, folder string) {
	for _, entry := range archive.File {
		if !filepath.IsLocal(entry.Name) {
			continue
		}
		// ok: imprimatur.go.archive-extracted-unchecked
		write(filepath.Join(folder, entry.Name), entry)
	}
}

package shop

import (
	"errors"
	"fmt"
	"os"
	"strings"
)

func check(name string) error {
	// ruleid: imprimatur.go.imagined-function
	if strings.StartsWith(name, "a") {
		// ruleid: imprimatur.go.imagined-function
		return errors.Newf("bad name %s", name)
	}
	// ruleid: imprimatur.go.imagined-function
	if !os.FileExists(name) {
		return nil
	}
	// ruleid: imprimatur.go.imagined-function
	if strings.Contain(name, "b") {
		return nil
	}
	// ok: imprimatur.go.imagined-function
	if strings.HasPrefix(name, "a") {
		// ok: imprimatur.go.imagined-function
		return errors.New("bad name")
	}
	// ok: imprimatur.go.imagined-function
	return fmt.Errorf("bad name %s", name)
}

package shop

import (
	"fmt"
	"os/exec"
)

func unpack(name string) {
	// ruleid: imprimatur.go.shell-from-text
	exec.Command("sh", "-c", "tar -xf "+name).Run()
	// ruleid: imprimatur.go.shell-from-text
	exec.Command("/bin/bash", "-c", fmt.Sprintf("tar -xf %s", name)).Run()
	// ok: imprimatur.go.shell-from-text
	exec.Command("tar", "-xf", name).Run()
	// ok: imprimatur.go.shell-from-text
	exec.Command("sh", "-c", "ls | wc -l").Run()
}

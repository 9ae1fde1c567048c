package shop

import "golang.org/x/crypto/ssh"

func configure(callback ssh.HostKeyCallback) {
	// ruleid: imprimatur.go.ssh-host-key-unchecked
	one := &ssh.ClientConfig{User: "shop", HostKeyCallback: ssh.InsecureIgnoreHostKey()}
	// ok: imprimatur.go.ssh-host-key-unchecked
	two := &ssh.ClientConfig{User: "shop", HostKeyCallback: callback}
}

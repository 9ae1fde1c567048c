package shop

import "crypto/tls"

func configure() {
	// ruleid: imprimatur.go.tls-version-old
	one := &tls.Config{MinVersion: tls.VersionTLS10}
	// ruleid: imprimatur.go.tls-version-old
	one.MinVersion = tls.VersionTLS11
	// ok: imprimatur.go.tls-version-old
	two := &tls.Config{MinVersion: tls.VersionTLS13}
}

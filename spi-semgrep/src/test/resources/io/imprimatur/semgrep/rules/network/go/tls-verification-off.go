package shop

import "crypto/tls"

func configure(pool *x509.CertPool) {
	// ruleid: imprimatur.go.tls-verification-off
	one := &tls.Config{InsecureSkipVerify: true}
	two := &tls.Config{}
	// ruleid: imprimatur.go.tls-verification-off
	two.InsecureSkipVerify = true
	// ok: imprimatur.go.tls-verification-off
	three := &tls.Config{RootCAs: pool}
	// ok: imprimatur.go.tls-verification-off
	four := &tls.Config{InsecureSkipVerify: false}
}

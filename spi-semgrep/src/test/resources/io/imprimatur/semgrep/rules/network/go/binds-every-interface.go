package shop

import "net"

func listen(address string) {
	// ruleid: imprimatur.go.binds-every-interface
	one, _ := net.Listen("tcp", "0.0.0.0:8080")
	// ruleid: imprimatur.go.binds-every-interface
	router.Run("0.0.0.0:8080")
	// ok: imprimatur.go.binds-every-interface
	two, _ := net.Listen("tcp", "127.0.0.1:8080")
	// ok: imprimatur.go.binds-every-interface
	three, _ := net.Listen("tcp", address)
}

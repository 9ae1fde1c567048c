package shop

// ruleid: imprimatur.go.debug-on
import _ "net/http/pprof"

// ok: imprimatur.go.debug-on
import "net/http"

func configure() {
	// ruleid: imprimatur.go.debug-on
	gin.SetMode(gin.DebugMode)
	// ok: imprimatur.go.debug-on
	gin.SetMode(gin.ReleaseMode)
}

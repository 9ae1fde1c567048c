package shop

import (
	"strings"
	"sync"
	"time"
)

func label(other Clock) string {
	now := time.Now()
	// ruleid: imprimatur.go.imagined-method
	due := now.AddDays(3)
	// ruleid: imprimatur.go.imagined-method
	text := time.Now().ToString()
	var builder strings.Builder
	// ruleid: imprimatur.go.imagined-method
	builder.Append(text)
	var group sync.WaitGroup
	// ruleid: imprimatur.go.imagined-method
	group.Join()
	// ok: imprimatur.go.imagined-method
	group.Wait()
	// ok: imprimatur.go.imagined-method
	builder.WriteString(other.AddDays(3))
	// ok: imprimatur.go.imagined-method
	return now.AddDate(0, 0, 3).Format(time.RFC3339) + builder.String() + due
}

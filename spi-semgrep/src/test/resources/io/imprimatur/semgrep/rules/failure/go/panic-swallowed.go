package shop

import "log"

func run(work func()) {
	// ruleid: imprimatur.go.panic-swallowed
	defer func() {
		recover()
	}()
	work()
}

func runQuietly(work func()) {
	// ruleid: imprimatur.go.panic-swallowed
	defer func() {
		if r := recover(); r != nil {
		}
	}()
	work()
}

func runWell(work func()) {
	// ok: imprimatur.go.panic-swallowed
	defer func() {
		if r := recover(); r != nil {
			log.Panic(r)
		}
	}()
	work()
}

package shop

func pay() {
	// ruleid: imprimatur.code.not-implemented-raised
	panic("not implemented")
}

func refuse() {
	// ok: imprimatur.code.not-implemented-raised
	panic("negative amount")
}

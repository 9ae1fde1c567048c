package shop

func pay(order Order) error {
	// ruleid: imprimatur.code.to-be-written
	// TODO: implement
	// ruleid: imprimatur.code.to-be-written
	// Add your logic here
	// ruleid: imprimatur.code.to-be-written
	// TODO: add error handling
	// ok: imprimatur.code.to-be-written
	// TODO(123): ask the bank about rounding
	// ok: imprimatur.code.to-be-written
	// Your orders are kept for a year.
	return nil
}

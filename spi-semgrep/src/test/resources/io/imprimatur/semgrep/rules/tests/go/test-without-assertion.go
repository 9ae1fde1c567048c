package shop

import "testing"

// ruleid: imprimatur.go.test-without-assertion
func TestAdd(t *testing.T) {
	order := NewOrder()
	order.Add(3)
}

// ruleid: imprimatur.go.test-without-assertion
func TestPrint(t *testing.T) {
	t.Log(NewOrder().Total())
}

// ok: imprimatur.go.test-without-assertion
func TestTotal(t *testing.T) {
	if got := NewOrder(1, 2).Total(); got != 3 {
		t.Errorf("got %d", got)
	}
}

// ok: imprimatur.go.test-without-assertion
func Testing(n int) {
	NewOrder().Add(n)
}

package shop

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestTotal(t *testing.T) {
	// ruleid: imprimatur.go.assertion-always-true
	assert.True(t, true)
	total := NewOrder().Total()
	// ruleid: imprimatur.go.assertion-always-true
	assert.Equal(t, total, total)
	// ok: imprimatur.go.assertion-always-true
	assert.Equal(t, 3, total)
	// ok: imprimatur.go.assertion-always-true
	assert.Equal(t, next(), next())
}

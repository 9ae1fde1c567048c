package shop

// ruleid: imprimatur.go.topic-payments
import "github.com/stripe/stripe-go/v76"

// ruleid: imprimatur.go.topic-payments
func RefundOrder(order Order) error {
	return nil
}

// ok: imprimatur.go.topic-payments
func Payload(order Order) []byte {
	return order.Body
}

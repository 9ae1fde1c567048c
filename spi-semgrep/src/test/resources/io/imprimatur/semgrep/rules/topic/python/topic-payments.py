# ruleid: imprimatur.python.topic-payments
import stripe


# ruleid: imprimatur.python.topic-payments
def refund_order(order):
    return stripe.refund(order)


# ruleid: imprimatur.python.topic-payments
class PaymentService:
    pass


# ok: imprimatur.python.topic-payments
def payload(order):
    return order.body

// ruleid: imprimatur.javascript.topic-payments
import Stripe from "stripe";

// ruleid: imprimatur.javascript.topic-payments
export class CheckoutController {
  // ruleid: imprimatur.javascript.topic-payments
  refund(order: string): string {
    return order;
  }

  // ok: imprimatur.javascript.topic-payments
  payload(order: string): string {
    return order;
  }
}

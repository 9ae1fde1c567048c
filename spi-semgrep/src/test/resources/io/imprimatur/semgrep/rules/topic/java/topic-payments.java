// ruleid: imprimatur.java.topic-payments
import com.stripe.Stripe;

// ruleid: imprimatur.java.topic-payments
class PaymentService {
    // ruleid: imprimatur.java.topic-payments
    void refund(Order order) {
        send(order);
    }

    // ok: imprimatur.java.topic-payments
    String payload(Order order) {
        return order.body();
    }
}

class Orders {
    void pay(Order order) {
        // ruleid: imprimatur.java.failure-printed
        try {
            charge(order);
        } catch (Exception e) {
            e.printStackTrace();
        }
        // ruleid: imprimatur.java.failure-printed
        try {
            charge(order);
        } catch (Exception e) {
            System.out.println("Error: " + e.getMessage());
        }
        // ok: imprimatur.java.failure-printed
        try {
            charge(order);
        } catch (DeclinedException e) {
            order.decline(e);
        }
    }
}

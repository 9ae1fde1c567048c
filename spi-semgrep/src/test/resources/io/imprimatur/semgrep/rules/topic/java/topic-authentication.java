// ruleid: imprimatur.java.topic-authentication
import io.jsonwebtoken.Jwts;
// ok: imprimatur.java.topic-authentication
import java.util.List;

class Shop {
    // ruleid: imprimatur.java.topic-authentication
    User login(String name) {
        return find(name);
    }

    // ok: imprimatur.java.topic-authentication
    void logistics(Order order) {
        send(order);
    }
}

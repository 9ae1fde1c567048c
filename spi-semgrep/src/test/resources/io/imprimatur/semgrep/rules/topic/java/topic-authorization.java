// ruleid: imprimatur.java.topic-authorization
import jakarta.annotation.security.RolesAllowed;

class Shop {
    // ruleid: imprimatur.java.topic-authorization
    boolean hasPermission(User user) {
        return user.owner();
    }

    // ok: imprimatur.java.topic-authorization
    String authorOf(Book book) {
        return book.author();
    }
}

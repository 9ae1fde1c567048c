// ruleid: imprimatur.java.topic-personal-data
import com.google.i18n.phonenumbers.PhoneNumberUtil;

class Person {
    // ruleid: imprimatur.java.topic-personal-data
    private LocalDate dateOfBirth;
    // ok: imprimatur.java.topic-personal-data
    private LocalDate dateOfSale;

    // ruleid: imprimatur.java.topic-personal-data
    void anonymize(Person other) {
        other.clear();
    }
}

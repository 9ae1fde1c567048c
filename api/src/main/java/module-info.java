/** The words of Imprimatur: immutable types and the interfaces that others implement. */
module io.imprimatur.api {
    requires static jakarta.validation;
    requires static org.jspecify;
}

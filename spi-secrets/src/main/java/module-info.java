module io.imprimatur.secrets {
    requires io.imprimatur.api;
    requires static org.jspecify;
}

module io.imprimatur.samples.scanner {
    requires io.imprimatur.api;
    requires static org.jspecify;
}

package io.imprimatur.samples.scanner;

final class Placeholder {
    private Placeholder() {}
}

package io.imprimatur.placeholder;

final class Placeholder {
    private Placeholder() {}
}

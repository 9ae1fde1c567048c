package io.imprimatur.core;

final class Placeholder {
    private Placeholder() {}
}

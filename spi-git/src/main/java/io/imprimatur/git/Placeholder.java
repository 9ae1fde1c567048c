package io.imprimatur.git;

final class Placeholder {
    private Placeholder() {}
}

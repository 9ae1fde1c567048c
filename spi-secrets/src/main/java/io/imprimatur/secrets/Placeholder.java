package io.imprimatur.secrets;

final class Placeholder {
    private Placeholder() {}
}

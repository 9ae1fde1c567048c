package io.imprimatur.samples.gate;

public final class GateCli {
    private GateCli() {}

    public static void main(String[] args) {
        System.out.println("imprimatur " + String.join(" ", args));
    }
}

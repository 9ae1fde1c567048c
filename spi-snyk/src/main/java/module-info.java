/** Runs the Snyk CLI on what a change leaves behind, or reads what it reported. */
module io.imprimatur.snyk {
    requires io.imprimatur.core;
    requires static org.jspecify;

    exports io.imprimatur.snyk;

    provides io.imprimatur.scan.ScannerProvider with
            io.imprimatur.snyk.SnykProvider;
}

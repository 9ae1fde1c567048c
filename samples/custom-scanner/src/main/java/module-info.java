/** A scanner of one page: what assistants leave behind. */
module io.imprimatur.samples.scanner {
    requires io.imprimatur.api;
    requires static org.jspecify;

    provides io.imprimatur.scan.ScannerProvider with
            io.imprimatur.samples.scanner.LeftoverProvider;
}

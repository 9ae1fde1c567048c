/** Runs Semgrep or Opengrep on the files of a change, or reads what it reported. */
module io.imprimatur.semgrep {
    requires io.imprimatur.core;
    requires static org.jspecify;

    exports io.imprimatur.semgrep;

    provides io.imprimatur.scan.ScannerProvider with
            io.imprimatur.semgrep.SemgrepProvider;
}

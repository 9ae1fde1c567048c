/** Finds secrets in changed files. */
module io.imprimatur.secrets {
    requires io.imprimatur.api;
    requires static org.jspecify;

    exports io.imprimatur.secrets;

    provides io.imprimatur.scan.ScannerProvider with
            io.imprimatur.secrets.SecretsProvider;
}

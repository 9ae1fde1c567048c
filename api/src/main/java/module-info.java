/** The words of Imprimatur: immutable types, and the interfaces that others implement. No runtime dependency. */
@SuppressWarnings("module") // the validator is not on the path of who compiles this, and need not be
module io.imprimatur.api {
    requires static jakarta.validation;
    requires static org.jspecify;

    exports io.imprimatur.assessment;
    exports io.imprimatur.change;
    exports io.imprimatur.decision;
    exports io.imprimatur.error;
    exports io.imprimatur.finding;
    exports io.imprimatur.measure;
    exports io.imprimatur.policy;
    exports io.imprimatur.provenance;
    exports io.imprimatur.risk;
    exports io.imprimatur.scan;

    // The packages of the drafts: the validator reads their records reflectively.
    opens io.imprimatur.assessment to
            org.hibernate.validator;
    opens io.imprimatur.finding to
            org.hibernate.validator;
    opens io.imprimatur.provenance to
            org.hibernate.validator;

    uses io.imprimatur.scan.ScannerProvider;
}

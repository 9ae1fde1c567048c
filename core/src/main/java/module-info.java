/** The reasoning of Imprimatur. */
module io.imprimatur.core {
    requires transitive io.imprimatur.api;
    requires com.fasterxml.jackson.core;
    requires com.google.common;
    requires jakarta.validation;
    requires org.hibernate.validator;
    requires org.slf4j;
    requires org.yaml.snakeyaml;
    requires static org.jspecify;

    exports io.imprimatur.core;
    exports io.imprimatur.core.cache;
    exports io.imprimatur.core.decide;
    exports io.imprimatur.core.draft;
    exports io.imprimatur.core.handbook;
    exports io.imprimatur.core.intake;
    exports io.imprimatur.core.json;
    exports io.imprimatur.core.policy;
    exports io.imprimatur.core.policy.cases;
    exports io.imprimatur.core.policy.lint;
    exports io.imprimatur.core.provenance;
    exports io.imprimatur.core.report;
    exports io.imprimatur.core.risk;
    exports io.imprimatur.core.sarif;
    exports io.imprimatur.core.scan;
    exports io.imprimatur.core.tool;

    uses io.imprimatur.scan.ScannerProvider;
}

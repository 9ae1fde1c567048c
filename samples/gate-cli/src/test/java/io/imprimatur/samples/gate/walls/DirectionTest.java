package io.imprimatur.samples.gate.walls;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may know whom. */
class DirectionTest {
    /** The packages of api, each of which knows only those before it. */
    private static final List<String> STREET = List.of(
            "error", "measure", "change", "provenance", "finding", "scan", "risk", "assessment", "policy", "decision");

    @Test
    void apiKnowsNobody() {
        onlyKnows(Part.API, Set.of(), "java..", "org.jspecify.annotations", "jakarta.validation..");
    }

    @Test
    void coreKnowsNoOutsideSystem() {
        onlyKnows(
                Part.CORE,
                Part.API.exported(),
                "java..",
                "javax.crypto..",
                "org.jspecify.annotations",
                "jakarta.validation..",
                "com.fasterxml.jackson..",
                "com.google.common..",
                "com.google.errorprone.annotations..",
                "org.hibernate.validator..",
                "org.yaml.snakeyaml..",
                "org.slf4j");
    }

    @Test
    void gitKnowsTheWordsAndJGit() {
        onlyKnows(Part.GIT, sharedWords(), "java..", "org.jspecify.annotations", "org.slf4j", "org.eclipse.jgit..");
    }

    @Test
    void secretsKnowsTheWords() {
        onlyKnows(Part.SECRETS, sharedWords(), "java..", "org.jspecify.annotations", "org.slf4j");
    }

    @Test
    void semgrepKnowsTheWords() {
        onlyKnows(Part.SEMGREP, sharedWords(), "java..", "org.jspecify.annotations", "org.slf4j");
    }

    @Test
    void customScannerKnowsTheWords() {
        onlyKnows(Part.SCANNER, sharedWords(), "java..", "org.jspecify.annotations");
    }

    @Test
    void everyPackageOfApiHasItsPlaceOnTheStreet() {
        assertThat(Part.API.packages())
                .containsExactlyInAnyOrderElementsOf(
                        STREET.stream().map(DirectionTest::house).toList());
    }

    @Test
    void nothingWalksBackOnTheStreet() {
        for (int i = 0; i < STREET.size() - 1; i++) {
            String[] later = STREET.subList(i + 1, STREET.size()).stream()
                    .map(DirectionTest::house)
                    .toArray(String[]::new);
            classes()
                    .that(resideInAPackage(house(STREET.get(i))))
                    .should()
                    .onlyDependOnClassesThat(DescribedPredicate.not(resideInAnyPackage(later)))
                    .as(STREET.get(i) + " knows only what comes before it")
                    .check(Part.API.classes());
        }
    }

    @ParameterizedTest
    @EnumSource
    void packagesFormNoCycle(Part part) {
        slices().assignedFrom(new EachPackage()).should().beFreeOfCycles().check(part.classes());
    }

    private static String house(String name) {
        return "io.imprimatur." + name;
    }

    private static Set<String> sharedWords() {
        return Stream.of(Part.API, Part.CORE)
                .flatMap(part -> part.exported().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A part knows itself, the packages of ours named, and what else is named. */
    private static void onlyKnows(Part part, Set<String> ours, String... others) {
        DescribedPredicate<JavaClass> itself = DescribedPredicate.describe(
                "are of the same module", type -> part.packages().contains(type.getPackageName()));
        DescribedPredicate<JavaClass> shared = DescribedPredicate.describe(
                "are words of ours that it may know",
                type -> ours.contains(type.getBaseComponentType().getPackageName()));
        DescribedPredicate<JavaClass> primitive = DescribedPredicate.describe(
                "are primitive", type -> type.getBaseComponentType().isPrimitive());
        classes()
                .should()
                .onlyDependOnClassesThat(itself.or(shared).or(primitive).or(resideInAnyPackage(others)))
                .check(part.classes());
    }

    private static final class EachPackage implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}

package io.imprimatur.samples.gate.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.imprimatur.samples.gate.GateCli;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Null is the exception everywhere, and is written down where it is allowed. */
class NullMarkedTest {
    @ParameterizedTest
    @EnumSource
    void everyPackageIsNullMarked(Part part) {
        assertThat(unmarked(part.classes())).isEmpty();
    }

    @Test
    void theGateAndTheContractKitAreNullMarked() {
        JavaClasses classes =
                new ClassFileImporter().importPackages(GateCli.class.getPackageName(), "io.imprimatur.kit");
        assertThat(classes.stream().map(type -> type.getPackageName()).distinct())
                .contains("io.imprimatur.kit", GateCli.class.getPackageName());
        assertThat(unmarked(classes)).isEmpty();
    }

    private static List<String> unmarked(JavaClasses classes) {
        return classes.stream()
                .map(type -> type.getPackage())
                .distinct()
                .filter(aPackage -> !aPackage.getName().isEmpty())
                .filter(aPackage -> !aPackage.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .sorted()
                .toList();
    }
}

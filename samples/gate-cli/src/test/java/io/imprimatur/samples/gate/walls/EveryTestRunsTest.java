package io.imprimatur.samples.gate.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;

/** A class whose name does not end in "Test" is never run, and nobody notices. */
class EveryTestRunsTest {
    @Test
    void classesWithTestsAreNamedTest() throws IOException {
        List<JavaClass> withTests = testClasses().stream()
                .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .filter(type -> type.getAllMethods().stream().anyMatch(EveryTestRunsTest::isTest))
                .toList();

        assertThat(withTests).hasSizeGreaterThan(10);
        assertThat(withTests)
                .extracting(type -> outermost(type).getSimpleName())
                .allSatisfy(name -> assertThat(name).endsWith("Test"));
    }

    @Test
    void noTestIsDisabled() throws IOException {
        assertThat(testClasses().stream()
                        .filter(type -> type.isAnnotatedWith(Disabled.class)
                                || type.getMethods().stream()
                                        .anyMatch(method -> method.isAnnotatedWith(Disabled.class)))
                        .map(JavaClass::getName))
                .isEmpty();
    }

    private static JavaClasses testClasses() throws IOException {
        try (Stream<Path> folders = Files.find(
                root(),
                4,
                (path, attributes) -> attributes.isDirectory() && path.endsWith(Path.of("target", "test-classes")))) {
            return new ClassFileImporter().importPaths(folders.toList());
        }
    }

    /** The folder of the whole project. */
    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".mvn"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    private static boolean isTest(JavaMethod method) {
        return method.isAnnotatedWith(Testable.class) || method.isMetaAnnotatedWith(Testable.class);
    }

    private static JavaClass outermost(JavaClass type) {
        JavaClass outer = type;
        while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
        }
        return outer;
    }
}

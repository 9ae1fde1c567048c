package io.imprimatur.samples.gate.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/** A module of the library, as it was built: a jar, or a folder of classes where nothing is packaged yet. */
enum Part {
    API("io.imprimatur.error", 130, 100),
    CORE("io.imprimatur.core", 150, 20),
    GIT("io.imprimatur.git", 30, 4),
    SECRETS("io.imprimatur.secrets", 15, 1),
    SEMGREP("io.imprimatur.semgrep", 15, 2),
    SNYK("io.imprimatur.snyk", 15, 1),
    SCANNER("io.imprimatur.samples.scanner", 3, 0);

    private final int atLeast;
    private final int publicAtLeast;
    private final JavaClasses classes;
    private final Set<String> exported;

    Part(String aPackage, int atLeast, int publicAtLeast) {
        this.atLeast = atLeast;
        this.publicAtLeast = publicAtLeast;
        Path root = rootOf(aPackage);
        classes = read(root);
        exported = exportedBy(root, classes);
    }

    /** Every class of the module. A wall around nothing would stand for ever, so there is a least number. */
    JavaClasses classes() {
        assertThat(classes.size()).as("classes of " + this).isGreaterThanOrEqualTo(atLeast);
        return classes;
    }

    /** The classes that others can name; like {@link #classes}, with a least number. */
    JavaClasses publicApi() {
        JavaClasses exposed = classes().that(DescribedPredicate.describe("are public API", this::exposes));
        assertThat(exposed.size()).as("public classes of " + this).isGreaterThanOrEqualTo(publicAtLeast);
        return exposed;
    }

    /** Every package of the module. */
    Set<String> packages() {
        return packagesOf(classes);
    }

    /** The packages that everyone may use, as the module descriptor says; all where there is none. */
    Set<String> exported() {
        return exported;
    }

    /** Whether others can name this class: it and what encloses it is public (or protected), in an exported package. */
    boolean exposes(JavaClass type) {
        if (!classes.contain(type.getName()) || !exported.contains(type.getPackageName())) {
            return false;
        }
        Optional<JavaClass> enclosing = type.getEnclosingClass();
        return isForOthers(type.getModifiers())
                && !type.isAnonymousClass()
                && (enclosing.isEmpty() || exposes(enclosing.get()));
    }

    static boolean isForOthers(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private static Set<String> packagesOf(JavaClasses classes) {
        return classes.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> exportedBy(Path root, JavaClasses classes) {
        return ModuleFinder.of(root).findAll().stream()
                .map(ModuleReference::descriptor)
                .filter(descriptor -> !descriptor.isAutomatic())
                .findFirst()
                .map(descriptor -> descriptor.exports().stream()
                        .filter(exports -> !exports.isQualified())
                        .map(ModuleDescriptor.Exports::source)
                        .collect(Collectors.toUnmodifiableSet()))
                .orElseGet(() -> packagesOf(classes));
    }

    private static JavaClasses read(Path root) {
        ClassFileImporter importer = new ClassFileImporter();
        if (Files.isDirectory(root)) {
            return importer.importPath(root);
        }
        try (JarFile jar = new JarFile(root.toFile())) {
            return importer.importJar(jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the class path holds a package. Every package has a package-info, and each is in one module only. */
    private static Path rootOf(String aPackage) {
        String resource = aPackage.replace('.', '/') + "/package-info.class";
        URL url = Part.class.getClassLoader().getResource(resource);
        if (url == null) {
            throw new AssertionError(resource + " is not on the class path");
        }
        try {
            URLConnection connection = url.openConnection();
            if (connection instanceof JarURLConnection jar) {
                return Path.of(jar.getJarFileURL().toURI());
            }
            Path file = Path.of(url.toURI());
            return file.getRoot()
                    .resolve(file.subpath(
                            0, file.getNameCount() - Path.of(resource).getNameCount()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}

package io.imprimatur.samples.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.scan.ScannerProvider;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The two ways in which an application finds the scanner that lies beside it. */
class PackagingTest {
    private static final String PROVIDER = "io.imprimatur.samples.scanner.LeftoverProvider";

    @Test
    void isFoundOnTheClassPath() throws Exception {
        URL[] path = {
            location(LeftoverProvider.class).toURL(),
            location(ScannerProvider.class).toURL()
        };
        try (URLClassLoader application = new URLClassLoader(path, null)) {
            Class<?> service = application.loadClass(ScannerProvider.class.getName());
            assertThat(service).isNotEqualTo(ScannerProvider.class);

            assertThat(names(service, () -> ServiceLoader.load(service, application)))
                    .containsExactly(PROVIDER);
        }
    }

    @Test
    void isFoundOnTheModulePath() throws Exception {
        ModuleFinder finder =
                ModuleFinder.of(Path.of(location(LeftoverProvider.class)), Path.of(location(ScannerProvider.class)));
        ModuleLayer boot = ModuleLayer.boot();
        Configuration configuration =
                boot.configuration().resolve(finder, ModuleFinder.of(), Set.of("io.imprimatur.samples.scanner"));
        ModuleLayer layer = boot.defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader());
        Class<?> service = layer.findLoader("io.imprimatur.api").loadClass(ScannerProvider.class.getName());

        assertThat(names(service, () -> ServiceLoader.load(layer, service))).containsExactly(PROVIDER);
    }

    private interface Lookup {
        ServiceLoader<?> find();
    }

    private static List<String> names(Class<?> service, Lookup lookup) {
        PackagingTest.class.getModule().addUses(service);
        return lookup.find().stream().map(found -> found.type().getName()).toList();
    }

    private static URI location(Class<?> type) throws Exception {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        return source.getLocation().toURI();
    }
}

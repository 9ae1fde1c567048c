package io.imprimatur.core.scan;

import io.imprimatur.scan.ScannerProvider;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** A jar of scanners beside the application. */
final class SeparatePath {
    private static final String FIXTURES = "io.imprimatur.core.scan.fixture.";

    private SeparatePath() {}

    /** Writes classes into a jar, with a services file of these lines. */
    static Path jar(Path folder, String services, Class<?>... classes) throws IOException {
        Path jar = folder.resolve("acme-scanners.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("META-INF/services/" + ScannerProvider.class.getName()));
            out.write(services.getBytes(StandardCharsets.UTF_8));
            for (Class<?> type : classes) {
                String entry = type.getName().replace('.', '/') + ".class";
                out.putNextEntry(new JarEntry(entry));
                try (InputStream bytes = type.getResourceAsStream("/" + entry)) {
                    bytes.transferTo(out);
                }
            }
        }
        return jar;
    }

    /** A loader of a jar that takes the scanners from there alone. */
    static URLClassLoader loader(Path jar) throws IOException {
        return new URLClassLoader(new URL[] {jar.toUri().toURL()}, SeparatePath.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                synchronized (getClassLoadingLock(name)) {
                    if (!name.startsWith(FIXTURES)) {
                        return super.loadClass(name, resolve);
                    }
                    Class<?> loaded = findLoadedClass(name);
                    return loaded == null ? findClass(name) : loaded;
                }
            }
        };
    }
}

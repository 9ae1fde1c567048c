package io.imprimatur.core.policy;

import io.imprimatur.policy.Policy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The policies to start from, each in a folder of its own. */
public final class SamplePolicies {
    private static final Path FOLDER = Path.of("..", "samples", "policies");

    private SamplePolicies() {}

    /** Their folders. */
    public static List<Path> folders() {
        try (Stream<Path> entries = Files.list(FOLDER)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of the policy in a folder. */
    public static String text(Path folder) {
        try {
            return Files.readString(folder.resolve("policy.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The policy in a folder. */
    public static Policy policy(Path folder) {
        return PolicyReader.read(
                text(folder).getBytes(StandardCharsets.UTF_8),
                folder.resolve("policy.yaml").toString());
    }
}

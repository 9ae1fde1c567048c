package io.imprimatur.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/**
 * Against real git, commit by commit: the same statuses as {@code git diff --raw -M} but for renames between which
 * nothing but chance decides; about as many added lines as {@code --numstat}; and every line that is not called added is
 * a line of the base, in order.
 *
 * <p>The property {@code imprimatur.git-histories} names further repositories, separated as in a class path. Of each,
 * {@code imprimatur.git-commits} commits are compared (20,000 unless given).
 */
class ConformanceTest {
    private static final int MOST = 20_000;

    @Test
    void agreesOnTheHistoryOfThisProject() {
        RealGit.require();
        Path root = Path.of("").toAbsolutePath();
        while (root != null && !Files.exists(root.resolve(".git"))) {
            root = root.getParent();
        }
        if (root == null) {
            System.out.println("SKIPPED: the history of this project is not here");
            return;
        }
        if (new RealGit(root).line("rev-parse", "--is-shallow-repository").equals("true")) {
            System.out.println("SKIPPED: this is a shallow clone, so most of the history of this project is not here");
            return;
        }
        agrees(root, 1000);
    }

    @Property(tries = 30)
    void agreesOnRandomHistories(@ForAll @LongRange(min = 0) long seed) throws IOException {
        if (!RealGit.isThere()) {
            return;
        }
        Path directory = Files.createTempDirectory("random-history");
        RealGit git = RealGit.init(directory, "--bare");
        git.bytes(RandomHistory.of(seed, 40), "fast-import", "--quiet");

        Conformance conformance = Conformance.of(directory, MOST);

        assertThat(conformance.commits).isEqualTo(40);
        assertThat(conformance.statusDiffers)
                .as(conformance.examples.toString())
                .isZero();
        assertThat(conformance.keptLinesChecked).isPositive();
        delete(directory);
    }

    @Test
    void agreesOnGivenHistories() {
        String given = System.getProperty("imprimatur.git-histories", "");
        if (given.isBlank()) {
            System.out.println("No further histories are given (-Dimprimatur.git-histories=DIRECTORY:DIRECTORY)");
            return;
        }
        RealGit.require();
        for (String directory : given.split(java.io.File.pathSeparator)) {
            agrees(Path.of(directory), Integer.getInteger("imprimatur.git-commits", MOST));
        }
    }

    private static void agrees(Path repository, int commits) {
        Conformance conformance = Conformance.of(repository, commits);
        System.out.println(repository.getFileName() + ": " + conformance);
        conformance.examples.forEach(System.out::println);

        assertThat(conformance.commits).isPositive();
        assertThat(conformance.commitsWithStatusDiffering).isLessThanOrEqualTo(1 + conformance.commits * 3 / 1000);
        assertThat((double) conformance.ourAdded)
                .isCloseTo(conformance.gitAdded, within(0.02 * conformance.gitAdded + 5));
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

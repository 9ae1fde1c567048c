package io.imprimatur.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.change.ChangeStatus;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.FileKind;
import io.imprimatur.change.FileVersion;
import io.imprimatur.change.LineRanges;
import io.imprimatur.core.decide.index.FileIndex;
import io.imprimatur.policy.ChangeCondition;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.FileFilter;
import io.imprimatur.policy.Glob;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All filters of files over many paths at once say what each says of each file. */
class FileIndexTest {
    private static final List<String> SEGMENTS =
            List.of("src", "test", "docs", "a", "x", "pom.xml", "A.java", "README.md");
    private static final List<String> GLOBS = List.of(
            "**",
            "*",
            "src/**",
            "**/test/**",
            "**/*.java",
            "*/a",
            "**/x",
            "docs/?",
            "a/**/x",
            "**/pom.xml",
            "src/*/A.java");

    @Test
    void saysOfManyFilesWhatEachFilterSaysOfEach() {
        int passing = 0;
        int stopped = 0;
        for (int seed = 0; seed < 50; seed++) {
            World world = new World(seed);
            List<FileFilter> filters = world.filters(80);
            List<ChangedFile> files = world.files(80);
            AtomicInteger asked = new AtomicInteger();
            Function<FileFilter, List<ChangedFile>> found =
                    index(filters, asked).passing(files);
            for (FileFilter filter : filters) {
                List<ChangedFile> expected = oneByOne(filter, files);
                assertThat(found.apply(filter))
                        .as("of seed %s by %s", seed, filter)
                        .isEqualTo(expected);
                passing += expected.size();
                stopped += files.size() - expected.size();
            }
            assertThat(asked).as("pairs that were asked one by one").hasValue(0);
        }
        // If all passed, or none, they would agree for nothing.
        assertThat(Math.min(passing, stopped)).isGreaterThan(20_000);
    }

    @Test
    void asksOneByOneUntilThatWasAskedOften() {
        World world = new World(1);
        List<FileFilter> filters = world.filters(10);
        List<ChangedFile> files = world.files(10);
        AtomicInteger asked = new AtomicInteger();
        FileIndex index = index(filters, asked);
        for (int decision = 0; decision < 200; decision++) {
            Function<FileFilter, List<ChangedFile>> found = index.passing(files);
            for (FileFilter filter : filters) {
                assertThat(found.apply(filter)).isEqualTo(oneByOne(filter, files));
            }
        }
        assertThat(asked).hasValue(49 * 100);
    }

    @Test
    void asksOneByOneForAFilterThatThePolicyDoesNotHave() {
        World world = new World(2);
        List<ChangedFile> files = world.files(80);
        Function<FileFilter, List<ChangedFile>> found =
                index(world.filters(80), new AtomicInteger()).passing(files);
        FileFilter other = FileFilter.in(List.of(new Glob("src/**")));
        assertThat(found.apply(other)).isEqualTo(oneByOne(other, files));
    }

    @Test
    void answersThreadsThatMeetWhileItLearns() throws Exception {
        World world = new World(3);
        List<FileFilter> filters = world.filters(80);
        List<ChangedFile> files = world.files(80);
        List<List<ChangedFile>> expected =
                filters.stream().map(filter -> oneByOne(filter, files)).toList();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 20; round++) {
                FileIndex index = index(filters, new AtomicInteger());
                List<Future<List<List<ChangedFile>>>> answers = new ArrayList<>();
                for (int thread = 0; thread < 4; thread++) {
                    answers.add(threads.submit(() -> {
                        Function<FileFilter, List<ChangedFile>> found = index.passing(files);
                        return filters.stream().map(found).toList();
                    }));
                }
                for (Future<List<List<ChangedFile>>> answer : answers) {
                    assertThat(answer.get()).isEqualTo(expected);
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static FileIndex index(List<FileFilter> filters, AtomicInteger asked) {
        List<Condition> conditions = new ArrayList<>();
        for (FileFilter filter : filters) {
            conditions.add(new ChangeCondition.Files(filter));
        }
        return new FileIndex(
                conditions,
                (filter, file) -> {
                    asked.incrementAndGet();
                    return Globs.pass(filter, file);
                },
                FileKinds::globs);
    }

    private static List<ChangedFile> oneByOne(FileFilter filter, List<ChangedFile> files) {
        return files.stream().filter(file -> Globs.pass(filter, file)).toList();
    }

    /** Filters of every kind, and files that they are about. */
    private static final class World {
        private final Random random;

        World(long seed) {
            random = new Random(seed);
        }

        List<FileFilter> filters(int count) {
            return Stream.generate(() -> new FileFilter(
                            some(() -> new Glob(pick(GLOBS))),
                            some(() -> new Glob(pick(GLOBS))),
                            some(() -> pick(List.of(FileKind.values()))),
                            some(() -> pick(List.of(ChangeStatus.values())))))
                    .filter(filter -> !filter.isAny())
                    .limit(count)
                    .toList();
        }

        List<ChangedFile> files(int count) {
            return IntStream.range(0, count).mapToObj(this::file).toList();
        }

        private ChangedFile file(int number) {
            ChangeStatus status = pick(List.of(ChangeStatus.values()));
            FileVersion after = Given.version(path(), "new" + number);
            FileVersion before = Given.version(after.path().text(), "old" + number);
            return switch (status) {
                case ADDED -> new ChangedFile(status, null, after, LineRanges.NONE, 0, true);
                case DELETED -> new ChangedFile(status, before, null, LineRanges.NONE, 0, true);
                case RENAMED, COPIED ->
                    new ChangedFile(status, Given.version("was/" + path(), "old"), after, LineRanges.NONE, 0, true);
                default -> new ChangedFile(status, before, after, LineRanges.NONE, 0, true);
            };
        }

        private String path() {
            return String.join(
                    "/",
                    Collections.nCopies(1 + random.nextInt(4), "").stream()
                            .map(any -> pick(SEGMENTS))
                            .toList());
        }

        private <T> List<T> some(Supplier<T> each) {
            // Most often nothing is asked; else hardly a file would pass all.
            int most = random.nextInt(3) == 0 ? 2 : 0;
            return Stream.generate(each).limit(most).distinct().toList();
        }

        private <T> T pick(List<T> values) {
            return values.get(random.nextInt(values.size()));
        }
    }
}

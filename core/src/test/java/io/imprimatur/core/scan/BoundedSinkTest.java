package io.imprimatur.core.scan;

import static io.imprimatur.core.scan.TestScanners.at;
import static io.imprimatur.core.scan.TestScanners.change;
import static io.imprimatur.core.scan.TestScanners.draft;
import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.change.RepoPath;
import io.imprimatur.change.Tree;
import io.imprimatur.change.TreeFile;
import io.imprimatur.core.draft.Drafts;
import io.imprimatur.core.head.HeadFiles;
import io.imprimatur.core.head.Origins;
import io.imprimatur.finding.Category;
import io.imprimatur.kit.MemoryChange;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScannerDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BoundedSinkTest {
    private final MemoryChange change = change();
    private final List<Runnable> beforeRead = new ArrayList<>();
    private final BoundedSink sink = sink(3);

    @Test
    void holdsNoMoreThanTheLimitAndCountsTheRest() {
        List<Boolean> accepted = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            accepted.add(sink.accept(draft().identity("finding " + i).build()));
        }
        BoundedSink.Content content = sink.close();

        assertThat(accepted).containsExactly(true, true, true, false, false);
        assertThat(content.findings()).hasSize(3);
        assertThat(content.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.cause()).isEqualTo(Gap.Cause.TOO_MANY_FINDINGS);
            assertThat(gap.detail()).contains("made 2 findings more than the limit of 3");
        });
    }

    @Test
    void takesNothingOnceClosed() {
        sink.accept(at("a.txt", 1));
        assertThat(sink.close().findings()).hasSize(1);

        assertThat(sink.accept(at("a.txt", 2))).isFalse();
        assertThat(sink.close()).isEqualTo(new BoundedSink.Content(List.of(), List.of()));
    }

    @Test
    void takesNothingThatWasUnderWayWhenItClosed() {
        beforeRead.add(sink::close);

        assertThat(sink.accept(at("a.txt", 1))).isFalse();
        assertThat(sink.accept(at("a.txt", 9))).isFalse();
        assertThat(sink.close()).isEqualTo(new BoundedSink.Content(List.of(), List.of()));
    }

    private BoundedSink sink(int limit) {
        Tree head = new Tree() {
            @Override
            public List<RepoPath> paths() {
                return change.head().paths();
            }

            @Override
            public Optional<TreeFile> file(RepoPath path) {
                return change.head().file(path);
            }

            @Override
            public byte[] read(RepoPath path, int limit) {
                beforeRead.forEach(Runnable::run);
                return change.head().read(path, limit);
            }
        };
        ScannerDescriptor scanner = new ScannerDescriptor("test", "1", List.of(Category.QUALITY));
        Origins origins = new Origins(change.change());
        Sightings sightings = new Sightings(scanner, new Drafts(), new HeadFiles(head, origins), origins);
        return new BoundedSink(sightings, limit);
    }
}

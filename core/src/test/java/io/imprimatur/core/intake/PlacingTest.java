package io.imprimatur.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.change.LineRange;
import io.imprimatur.change.RepoPath;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.FindingDraft;
import io.imprimatur.finding.Severity;
import io.imprimatur.kit.MemoryChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacingTest {
    private static final RepoPath FILE = RepoPath.of("a.py");
    private static final Placing PLACING =
            placing(MemoryChange.builder().head("a.py", "one\ntwo\nthree\n").build());

    @ParameterizedTest
    @CsvSource({
        "2, 1, 2, 3,   2, 2, 1, 3",
        "2, 0, 0, 0,   2, 2, 0, 0",
        "2, 3, 0, 0,   2, 2, 3, 0",
        "2, 99, 2, 99, 2, 2, 4, 4",
        "2, 3, 2, 1,   2, 2, 3, 3",
        "2, -1, 2, 3,  2, 2, 0, 0",
        "2, 1, 9, 9,   2, 3, 1, 6",
        "3, 1, 2, 2,   3, 3, 1, 2",
        "4, 1, 4, 1,   3, 3, 1, 1",
        "1, 1, 2147483647, 2147483647, 1, 3, 1, 6"
    })
    void regionIsBroughtIntoTheFile(
            int firstLine, int firstColumn, int lastLine, int lastColumn, int first, int last, int from, int to) {
        Place place = PLACING.place(FILE, new Region(firstLine, firstColumn, lastLine, lastColumn))
                .orElseThrow();

        assertThat(place).isEqualTo(new Place(FILE, new LineRange(first, last), from, to, null));
    }

    @ParameterizedTest
    @CsvSource({"5", "-1", "2147483647", "-2147483648"})
    void lineThatIsNotThereLeavesTheFileAndADoubt(int line) {
        Place place = PLACING.place(FILE, new Region(line, 1, line, 1)).orElseThrow();

        assertThat(place.lines()).isNull();
        assertThat(place.doubt()).isEqualTo("it names line " + line + " of a file with 3");
    }

    @Test
    void noLineIsTheFileAsAWhole() {
        assertThat(PLACING.place(FILE, Region.NONE)).contains(new Place(FILE, null, 0, 0, null));
    }

    @Test
    void fileThatIsNotThereIsNoPlace() {
        assertThat(PLACING.place(RepoPath.of("b.py"), Region.NONE)).isEmpty();
        assertThat(PLACING.exists(RepoPath.of("b.py"))).isFalse();
    }

    @Test
    void fileThatCannotBeReadIsTakenAtItsWord() {
        MemoryChange unreadable = MemoryChange.builder()
                .head("a.py", "one\n")
                .headFails(FILE, ErrorCode.IO_FAILURE)
                .build();

        Place place = placing(unreadable).place(FILE, new Region(7, 1, 7, 80)).orElseThrow();

        assertThat(place.lines()).isEqualTo(LineRange.of(7));
        assertThat(place.lastColumn()).isEqualTo(80);
        assertThat(place.doubt()).isEqualTo("the file cannot be looked into");
    }

    @Test
    void draftIsPutThere() {
        FindingDraft.Builder draft = FindingDraft.builder("r", Severity.LOW, Category.STYLE, "m");

        FindingDraft put = PLACING.place(FILE, new Region(2, 1, 2, 3))
                .orElseThrow()
                .put(draft)
                .build();

        assertThat(put.path()).isEqualTo("a.py");
        assertThat(put.firstLine()).isEqualTo(2);
        assertThat(put.lastColumn()).isEqualTo(3);
    }

    private static Placing placing(MemoryChange change) {
        return new Placing(change.head());
    }
}

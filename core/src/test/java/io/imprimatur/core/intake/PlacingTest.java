package io.imprimatur.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.change.FileMode;
import io.imprimatur.change.LineRange;
import io.imprimatur.change.RepoPath;
import io.imprimatur.core.intake.Span.Unit;
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

    @ParameterizedTest
    @CsvSource({"BYTES, 5, 2, 2, 2", "UTF16_UNITS, 3, 2, 1, 2", "CODE_POINTS, 8, 0, 3, 3", "BYTES, 14, 0, 3, 3"})
    void partThatIsCountedFromTheStartIsItsLines(Unit unit, int offset, int length, int first, int last) {
        assertThat(PLACING.place(FILE, new Span(unit, offset, length)))
                .contains(new Place(FILE, new LineRange(first, last), 0, 0, null));
    }

    @ParameterizedTest
    @CsvSource({"15, 0, 15", "13, 2, 15", "0, 15, 15", "2147483647, 2147483647, 4294967294"})
    void partThatIsNotThereLeavesTheFileAndADoubt(int offset, int length, String end) {
        Place place = PLACING.place(FILE, new Span(Unit.BYTES, offset, length)).orElseThrow();

        assertThat(place.lines()).isNull();
        assertThat(place.doubt()).isEqualTo("it names a part that ends at offset " + end + " of a file with 14");
    }

    @Test
    void partOfWhatIsNoTextIsTheFileAsAWhole() {
        Placing placing = placing(MemoryChange.builder()
                .head("nul", "a\0\nb")
                .head(RepoPath.of("latin"), FileMode.REGULAR, new byte[] {'a', (byte) 0xE9, '\n', 'b'})
                .build());
        Place nul = new Place(RepoPath.of("nul"), null, 0, 0, null);
        Place latin = new Place(RepoPath.of("latin"), null, 0, 0, null);

        assertThat(placing.place(nul.path(), new Span(Unit.BYTES, 3, 1))).contains(nul);
        assertThat(placing.place(latin.path(), new Span(Unit.UTF16_UNITS, 3, 1)))
                .contains(latin);
        assertThat(placing.place(latin.path(), new Span(Unit.BYTES, 3, 1)))
                .contains(new Place(latin.path(), LineRange.of(2), 0, 0, null));
    }

    @Test
    void partOfAFileThatIsNotThereIsNoPlaceAndOfOneThatCannotBeReadADoubt() {
        MemoryChange unreadable = MemoryChange.builder()
                .head("a.py", "one\n")
                .headFails(FILE, ErrorCode.IO_FAILURE)
                .build();
        Span span = new Span(Unit.BYTES, 0, 1);

        assertThat(PLACING.place(RepoPath.of("b.py"), span)).isEmpty();
        assertThat(placing(unreadable).place(FILE, span))
                .contains(new Place(FILE, null, 0, 0, "the file cannot be looked into"));
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

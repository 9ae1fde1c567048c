package io.imprimatur.semgrep;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.semgrep.Comments.Comment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommentsTest {
    @Test
    void aCommentMayNameItsRulesAndStandAlone() {
        assertThat(in("""
                        f() # nosemgrep
                        // nosem: rules.a, b
                        g() // NOSEMGREP:c d
                        h() // nosemgrep=e
                        i() # noopengrep
                        """))
                .containsExactly(
                        new Comment(1, false, List.of()),
                        new Comment(2, true, List.of("rules.a", "b")),
                        new Comment(3, false, List.of("c", "d")),
                        new Comment(4, false, List.of("e")),
                        new Comment(5, false, List.of()));
    }

    @Test
    void aWordThatOnlyBeginsSoIsNone() {
        assertThat(in("# nosemantics\n#nosemgrep\nx = 'nosemgrep'\n")).isEmpty();
    }

    /** Each of these kept a finding out of the report of one of the tools. */
    @Test
    void whatOneOfTheToolsTakesForOneIsLikeOne() {
        for (String line : List.of(
                "f() # nosemgrep", "f() #nosem", "f() # nosemgreps", "x = 'NOSEMGREP'; f()", "f() #\tnoopengrep")) {
            byte[] content = ("x\n" + line + "\n").getBytes(StandardCharsets.UTF_8);
            assertThat(Comments.firstLike(content, any -> true)).as(line).isEqualTo(2);
            assertThat(Comments.firstLike(content, other -> other != 2))
                    .as(line)
                    .isZero();
        }
        byte[] none = "f() # no, sem\nxnosemgrep\n".getBytes(StandardCharsets.UTF_8);
        assertThat(Comments.firstLike(none, any -> true)).isZero();
    }

    @Test
    void itSpeaksOfItsLineAndWhereItStandsAloneOfTheNext() {
        Comment beside = new Comment(5, false, List.of());
        Comment alone = new Comment(5, true, List.of("b"));

        assertThat(beside.isAbout(5, "a")).isTrue();
        assertThat(beside.isAbout(6, "a")).isFalse();
        assertThat(alone.isAbout(6, "b")).isTrue();
        assertThat(alone.isAbout(6, "rules.b")).isTrue();
        assertThat(alone.isAbout(6, "ab")).isFalse();
        assertThat(alone.isAbout(7, "b")).isFalse();
        assertThat(alone.isAbout(4, "b")).isFalse();
    }

    private static List<Comment> in(String text) {
        return Comments.in(text.getBytes(StandardCharsets.UTF_8));
    }
}

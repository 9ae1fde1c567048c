package io.imprimatur.samples.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Colour is for a terminal, and only there. */
class TerminalTest {
    private static final char ESCAPE = '\u001b';

    @TempDir
    Path folder;

    private ShopRepository shop;

    @BeforeEach
    void makeAChange() throws IOException {
        shop = ShopRepository.in(folder);
        shop.change(Map.of("a.txt", "one\ntwo\n"));
    }

    @Test
    void aPipeGetsNoEscape() throws IOException {
        assertThat(GateRun.process(shop.check()).all()).contains("allow").doesNotContain(String.valueOf(ESCAPE));
        assertThat(GateRun.process("check", "--nonsense").all()).doesNotContain(String.valueOf(ESCAPE));
        assertThat(GateRun.process("--help").all()).doesNotContain(String.valueOf(ESCAPE));
    }

    @Test
    void aTerminalGetsColourUnlessItAsksForNone() throws IOException {
        Tools.require("script", "--version");
        assertThat(onATerminal("").out()).contains("allow").contains(String.valueOf(ESCAPE));
        assertThat(onATerminal("1").out()).contains("allow").doesNotContain(String.valueOf(ESCAPE));
    }

    /** The tool of util-linux that lets a program believe it is on a terminal. */
    private GateRun onATerminal(String noColour) throws IOException {
        String command = String.join(" ", GateRun.command(shop.check()));
        ProcessBuilder builder = new ProcessBuilder("script", "-q", "-e", "-c", command, "/dev/null");
        builder.environment().put("NO_COLOR", noColour);
        return GateRun.of(builder);
    }
}

package io.imprimatur.samples.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The page about checking policies: its files are put into a folder, its commands are run there, and end as it says. */
class PolicyChecksDocumentTest {
    private static final Path DOCUMENT = Path.of("../docs/policy-checks.md");
    private static final Pattern FILE = Pattern.compile("<!-- (\\S+) -->\\n```yaml\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMMAND = Pattern.compile("(?m)^imprimatur (.*?) +# ends with ([0-9]+)$");

    /** They have pages of their own. */
    private static final Set<String> ON_OTHER_PAGES = Set.of("schema", "handbook", "waivers");

    @TempDir
    Path folder;

    private String page = "";

    @BeforeEach
    void writeTheFilesOfThePage() throws IOException {
        page = Files.readString(DOCUMENT);
        for (MatchResult file : FILE.matcher(page).results().toList()) {
            Files.writeString(folder.resolve(file.group(1)), file.group(2));
        }
    }

    @Test
    void eachCommandEndsAsThePageSays() throws IOException {
        List<MatchResult> commands = COMMAND.matcher(page).results().toList();
        assertThat(commands).hasSizeGreaterThanOrEqualTo(4);
        for (MatchResult command : commands) {
            GateRun run = run(command.group(1));
            assertThat(run.status())
                    .as(command.group() + "\n" + run.all())
                    .isEqualTo(Integer.parseInt(command.group(2)));
        }
    }

    @Test
    void whatThePageShowsIsWhatIsSaid() throws IOException {
        List<String> said = new ArrayList<>();
        for (MatchResult command : COMMAND.matcher(page).results().toList()) {
            run(command.group(1)).out().lines().map(String::strip).forEach(said::add);
        }
        String prose = page.replaceAll("(?s)```.*?```", "");
        List<String> shown = prose.lines()
                .filter(line -> line.startsWith("    "))
                .map(String::strip)
                .toList();
        assertThat(shown).isNotEmpty();
        assertThat(said).containsAll(shown);
    }

    @Test
    void everyCommandAndOptionIsOnThePage() {
        CommandLine policy = new CommandLine(PolicyCommand.class);
        assertThat(policy.getSubcommands()).isNotEmpty();
        for (CommandLine command : policy.getSubcommands().values()) {
            if (ON_OTHER_PAGES.contains(command.getCommandName())) {
                continue;
            }
            assertThat(page).contains("`policy " + command.getCommandName() + "`");
            for (OptionSpec option : command.getCommandSpec().options()) {
                if (!option.usageHelp() && !option.versionHelp()) {
                    assertThat(page).contains(option.longestName());
                }
            }
        }
    }

    private GateRun run(String command) throws IOException {
        List<String> words = GateRun.command(command.split(" "));
        return GateRun.of(new ProcessBuilder(words).directory(folder.toFile()));
    }
}

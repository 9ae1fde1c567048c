package io.imprimatur.samples.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.core.policy.PolicySchema;
import io.imprimatur.secrets.SecretSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What the pages about the gate say is so: each command on them is run, and ends as they say. */
class GateDocumentTest {
    private static final Path DOCUMENT = Path.of("../docs/gate.md");
    private static final Path HANDBOOK = Path.of("../docs/handbook.md");
    private static final Path FINDINGS = Path.of("../docs/findings.md");
    private static final Path REPORTS = Path.of("../docs/reports.md");
    private static final Pattern ENDS_WITH = Pattern.compile("(?m)^(imprimatur .*?) +# ends with ([0-9]+)$");

    @TempDir
    Path folder;

    @Test
    void eachCommandEndsAsThePageSays() throws IOException {
        Tools.require("sh", "-c", ":");
        Path work = aCloneWithAChange();
        List<String> scripts = new ArrayList<>(scripts(DOCUMENT));
        assertThat(scripts).hasSizeGreaterThanOrEqualTo(4);
        scripts.addAll(scripts(HANDBOOK));
        scripts.addAll(scripts(REPORTS));
        scripts.addAll(scripts(FINDINGS));
        for (String script : scripts) {
            String checked = ENDS_WITH
                    .matcher(script)
                    .replaceAll("$1 >said 2>&1; [ \\$? -eq $2 ] || { echo '$1'; cat said; exit 99; }");
            GateRun run = GateRun.of(new ProcessBuilder("sh", "-c", gate() + checked).directory(work.toFile()));
            assertThat(run.status()).as(run.all()).isZero();
        }
        assertThat(work.resolve("imprimatur.sarif")).isNotEmptyFile();
        assertThat(work.resolve("decision.json")).isNotEmptyFile();
        assertThat(work.resolve("all.sarif"))
                .content()
                .contains("codeql/a-rule")
                .contains("imprimatur.policy/findings");
        assertThat(work.resolve("handbook.md")).content().startsWith("# Policy `strict`");
        assertThat(work.resolve("handbook.html")).content().startsWith("<!doctype html>");
        assertThat(work.resolve("policy.schema.json")).hasContent(PolicySchema.json());
    }

    @Test
    void aJobFailsWhereTheGateBlocks() throws IOException {
        Tools.require("sh", "-c", ":");
        Path work = aCloneWithAChange();
        new RealGit(work).commit("Commit the token too");
        List<String> scripts = scripts(DOCUMENT);
        String job = scripts.get(scripts.size() - 1);
        GateRun run = GateRun.of(new ProcessBuilder("sh", "-c", gate() + job).directory(work.toFile()));
        assertThat(run.status()).as(run.all()).isEqualTo(GateCli.BLOCK);
    }

    @Test
    void everyCommandAndOptionIsOnThePage() throws IOException {
        String page = Files.readString(DOCUMENT);
        CommandLine gate = GateCli.program();
        assertThat(gate.getSubcommands()).isNotEmpty();
        for (CommandLine command : gate.getSubcommands().values()) {
            assertThat(page).contains("| `" + command.getCommandName());
            for (OptionSpec option : command.getCommandSpec().options()) {
                assertThat(page).contains("`" + option.longestName());
            }
        }
        for (String policy :
                gate.getSubcommands().get("policy").getSubcommands().keySet()) {
            assertThat(page).contains("| `policy " + policy);
        }
        for (int status : List.of(GateCli.ALLOW, GateCli.REVIEW, GateCli.BLOCK, GateCli.USAGE, GateCli.UNDECIDED)) {
            assertThat(page).contains("\n| " + status + " | ");
        }
    }

    private static List<String> scripts(Path document) throws IOException {
        List<String> scripts = new ArrayList<>();
        for (String block : Files.readString(document).split("```sh\n", -1)) {
            scripts.add(block.substring(0, Math.max(0, block.indexOf("```"))));
        }
        return scripts.subList(1, scripts.size());
    }

    /** What the page calls imprimatur. */
    private static String gate() {
        return "imprimatur() { '" + String.join("' '", GateRun.command()) + "' \"$@\"; }\n";
    }

    /** A clone on a branch for review, whose latest commit but one is harmless, with a token that is only staged. */
    private Path aCloneWithAChange() throws IOException {
        RealGit origin =
                RealGit.init(folder.resolve("origin")).write("a.txt", "one\n").commit("Start");
        origin.run("clone", "-q", ".", "../work");
        RealGit work = new RealGit(folder.resolve("work"));
        work.run("checkout", "-q", "-b", "topic");
        work.write("a.txt", "one\ntwo\n").commit("Go on");
        work.write("src/auth/login.py", "pass\n").commit("Add login");
        work.write("key.txt", "key = " + SecretSample.of("npm-token", 1).text() + "\n")
                .run("add", "key.txt");
        String strict = "policy: strict\nrules: [{ id: all, when: { paths: '**' }, then: block }]\n";
        work.write("strict.yaml", strict).write("policy.yaml", strict);
        String sarif = "{'version': '2.1.0', 'runs': [{'tool': {'driver': {'name': 'A tool'}}, 'results': [%s]}]}"
                .replace('\'', '"');
        String result = "{'ruleId': 'a-rule', 'message': {'text': 'Wrong.'}, 'locations': [{'physicalLocation': "
                + "{'artifactLocation': {'uri': 'a.txt'}, 'region': {'startLine': 2}}}]}";
        work.write("codeql.sarif", sarif.formatted(result.replace('\'', '"')));
        work.write("bandit.sarif", sarif.formatted("")).write("cut-off.sarif", sarif.substring(0, 70));
        work.write("broken.yaml", "policy: Broken\n");
        return work.folder();
    }
}

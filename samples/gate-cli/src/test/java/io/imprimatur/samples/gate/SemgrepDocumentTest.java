package io.imprimatur.samples.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page about Semgrep says is so, with the real tool: each command on it is run, and ends as it says. */
class SemgrepDocumentTest {
    private static final Path DOCUMENT = Path.of("../docs/semgrep.md");
    private static final Pattern ENDS_WITH = Pattern.compile("(?m)^(imprimatur .*?) +# ends with ([0-9]+)$");

    @TempDir
    Path folder;

    @Test
    void eachCommandEndsAsThePageSays() throws IOException {
        Tools.require("sh", "-c", ":");
        Path semgrep = RealSemgrep.require();
        RealGit work = RealGit.init(folder.resolve("work"))
                .write("client.py", "import requests\n")
                .commit("Start");
        work.run("branch", "-M", "main");
        work.run("checkout", "-q", "-b", "topic");
        work.write("client.py", "import requests\nrequests.get(address, verify=False, timeout=5)\n")
                .commit("Ask the server");
        String report =
                "{\"version\":\"1.182.0\",\"results\":[],\"errors\":[{\"type\":\"Syntax error\",\"level\":\"warn\","
                        + "\"path\":\"client.py\"}],\"paths\":{\"scanned\":[\"client.py\"]}}";
        work.write("semgrep.json", report)
                .write("cut-off.json", report.substring(0, 40))
                .write("named.yaml", block("yaml").replace("[/etc/acme/semgrep]", "[]"))
                .write("strict.yaml", "policy: strict\nrules: []\n");
        String script = ENDS_WITH
                .matcher(block("sh"))
                .replaceAll("$1 >said 2>&1; [ \\$? -eq $2 ] || { echo '$1'; cat said; exit 99; }");
        assertThat(script).contains("exit 99");
        String gate = "imprimatur() { '" + String.join("' '", GateRun.command()) + "' \"$@\"; }\n";
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", gate + script)
                .directory(work.folder().toFile());
        builder.environment().put("PATH", semgrep.getParent() + ":/usr/bin:/bin");

        GateRun run = GateRun.of(builder);

        assertThat(run.status()).as(run.all()).isZero();
        assertThat(work.folder().resolve("decision.json")).content().contains("tls-verification-off");
    }

    private static String block(String language) throws IOException {
        String rest = Files.readString(DOCUMENT).split("```" + language + "\n", -1)[1];
        return rest.substring(0, rest.indexOf("```"));
    }
}

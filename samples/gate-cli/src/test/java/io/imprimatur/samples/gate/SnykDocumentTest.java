package io.imprimatur.samples.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page about Snyk says is so, with the real tool: each command on it is run, and ends as it says. */
class SnykDocumentTest {
    private static final Path DOCUMENT = Path.of("../docs/snyk.md");
    private static final Pattern ENDS_WITH =
            Pattern.compile("(?m)^((?:SNYK_TOKEN=\\S+ )?imprimatur .*?) +# ends with ([0-9]+)$");
    private static final String LOCK = """
            {"name": "shop", "version": "1.0.0", "lockfileVersion": 3, "requires": true, "packages": {
              "": {"name": "shop", "version": "1.0.0", "dependencies": {"lodash": "4.17.15"}},
              "node_modules/lodash": {"version": "4.17.15"}}}
            """;
    private static final String PROJECT = """
            {"vulnerabilities": [%s], "ok": %s, "packageManager": "npm", "displayTargetFile": "package-lock.json",
             "path": "/home/ci/shop"%s}
            """;
    private static final String VULNERABILITY = """
            {"id": "SNYK-JS-LODASH-1040724", "title": "Command Injection", "severity": "high", "packageName": "lodash",
             "version": "4.17.15", "from": ["shop@1.0.0", "lodash@4.17.15"]}
            """;
    private static final String CODE = """
            {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "SnykCode", "rules": []}}, "results": [
              {"ruleId": "javascript/eval", "level": "error", "message": {"text": "Code runs that a user wrote"},
               "locations": [{"physicalLocation": {"artifactLocation": {"uri": "shop.js"}, "region": {"startLine": 1}}}]}]}]}
            """;

    @TempDir
    Path folder;

    @Test
    void eachCommandEndsAsThePageSays() throws IOException {
        Tools.require("sh", "-c", ":");
        Path launcher = RealSnyk.launcher(folder.resolve("bin"), RealSnyk.require());
        try (RealSnyk service = RealSnyk.service()) {
            RealGit work = repository(launcher, service);
            String script = ENDS_WITH
                    .matcher(block("sh"))
                    .replaceAll("$1 >said 2>&1; [ \\$? -eq $2 ] || { echo '$1'; cat said; exit 99; }");
            assertThat(script).contains("exit 99").doesNotContain("# ends");
            String gate = "token=made-up\nimprimatur() { '" + String.join("' '", GateRun.command()) + "' \"$@\"; }\n";
            ProcessBuilder builder = new ProcessBuilder("sh", "-c", gate + script)
                    .directory(work.folder().toFile());
            builder.environment().put("PATH", launcher.getParent() + ":" + RealSnyk.path());
            builder.environment().remove("SNYK_TOKEN");

            GateRun run = GateRun.of(builder);

            assertThat(run.status()).as(run.all()).isZero();
            assertThat(work.folder().resolve("said"))
                    .content()
                    .contains("SNYK-JS-LODASH-1040724", "Command Injection in lodash@4.17.15", "no-known-weakness")
                    .doesNotContain("made-up");
        }
    }

    private RealGit repository(Path launcher, RealSnyk service) throws IOException {
        String policy = block("yaml")
                .replace("/opt/snyk/snyk", launcher.toString())
                .replace("https://api.eu.snyk.io", service.endpoint());
        RealGit work = RealGit.init(folder.resolve("work"))
                .write("shop.js", "//\n")
                .write(".imprimatur/policy.yaml", policy)
                .commit("Start");
        work.run("branch", "-M", "main");
        work.run("checkout", "-q", "-b", "topic");
        work.write(
                        "package.json",
                        "{\"name\": \"shop\", \"version\": \"1.0.0\", \"dependencies\": {\"lodash\": \"4.17.15\"}}\n")
                .write("package-lock.json", LOCK)
                .write("shop.js", "eval(x)\n")
                .commit("Use lodash");
        String clean = PROJECT.formatted("", true, "");
        return work.write("snyk.json", PROJECT.formatted(VULNERABILITY, false, ""))
                .write("clean.json", clean)
                .write("code.sarif", CODE)
                .write("one-failed.json", PROJECT.formatted("", true, ", \"foundProjectCount\": 1"))
                .write("cut-off.json", clean.substring(0, 60));
    }

    private static String block(String language) throws IOException {
        String rest = Files.readString(DOCUMENT).split("```" + language + "\n", -1)[1];
        return rest.substring(0, rest.indexOf("```"));
    }
}

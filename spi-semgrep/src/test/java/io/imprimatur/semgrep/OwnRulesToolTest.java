package io.imprimatur.semgrep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules that the module brings, run by the real tool: on their cases, and on code that is as it should be. */
class OwnRulesToolTest {
    /** Modules of Python's standard library that every machine with the tool has, as it is written in Python. */
    private static final List<String> STANDARD_LIBRARY = List.of(
            "argparse.py",
            "ast.py",
            "configparser.py",
            "csv.py",
            "dataclasses.py",
            "datetime.py",
            "difflib.py",
            "fractions.py",
            "ftplib.py",
            "functools.py",
            "gettext.py",
            "hashlib.py",
            "hmac.py",
            "http/client.py",
            "http/cookies.py",
            "http/server.py",
            "ipaddress.py",
            "json/decoder.py",
            "mailbox.py",
            "pathlib.py",
            "pickle.py",
            "random.py",
            "secrets.py",
            "shutil.py",
            "ssl.py",
            "subprocess.py",
            "tarfile.py",
            "tempfile.py",
            "uuid.py",
            "zipfile.py");

    private static final int LINES_PER_FINDING = 2000;

    @TempDir
    Path folder;

    @Test
    void semgrepPassesEveryCase() throws Exception {
        passesEveryCase(RealSemgrep.require());
    }

    @Test
    void opengrepPassesEveryCase() throws Exception {
        passesEveryCase(RealSemgrep.requireOpengrep());
    }

    private void passesEveryCase(Path tool) throws Exception {
        String said = run(
                tool,
                "scan",
                "--test",
                "--json",
                "--config",
                OwnRules.FOLDER.toAbsolutePath().toString(),
                OwnRules.CASES.toAbsolutePath().toString());
        List<OwnRule> rules = OwnRules.read();
        for (OwnRule rule : rules) {
            assertThat(said).contains("\"" + rule.id() + "\": {");
        }
        assertThat(count("\"passed\": true", said)).isEqualTo(rules.size());
        assertThat(said).doesNotContain("\"passed\": false").contains("\"config_with_errors\": []");
        System.out.println(tool.getFileName() + " --test passed " + rules.size() + " rules");
    }

    /** Most findings over clean code are false. What code is about is no fault, and counts apart. */
    @Test
    void cleanCodeHasAtMostOneFindingInTwoThousandLines() throws Exception {
        Path tool = RealSemgrep.require();
        Path library = Path.of(
                run(tool.resolveSibling("python3"), "-c", "import sysconfig; print(sysconfig.get_path('stdlib'))")
                        .strip());
        Path code = Files.createDirectory(folder.resolve("code"));
        long lines = 0;
        for (String name : STANDARD_LIBRARY) {
            if (Files.exists(library.resolve(name))) {
                Path copy = Files.copy(library.resolve(name), code.resolve(name.replace('/', '-')));
                lines += Files.readAllLines(copy).size();
            }
        }
        assertThat(lines).isGreaterThan(20_000);
        String report = run(
                tool,
                "scan",
                "--config",
                OwnRules.FOLDER.resolveSibling("rules.json").toAbsolutePath().toString(),
                "--no-rewrite-rule-ids",
                "--no-git-ignore",
                "--jobs",
                "1",
                "--timeout",
                "30",
                "--json",
                "--quiet",
                code.toString());
        List<String> faults = new ArrayList<>();
        long topics = 0;
        Matcher found = Pattern.compile("\"check_id\": ?\"([^\"]+)\"").matcher(report);
        while (found.find()) {
            if (found.group(1).contains(".topic-")) {
                topics++;
            } else {
                faults.add(found.group(1));
            }
        }
        System.out.println(faults.size() + " faults and " + topics + " topics in " + lines + " lines");
        assertThat(topics).as("the rules ran").isPositive();
        assertThat((long) faults.size()).as(faults.toString()).isLessThanOrEqualTo(lines / LINES_PER_FINDING);
    }

    private String run(Path program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("SEMGREP_SEND_METRICS", "off");
        builder.environment().put("SEMGREP_ENABLE_VERSION_CHECK", "0");
        builder.environment()
                .put("SEMGREP_SETTINGS_FILE", folder.resolve("settings.yml").toString());
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        process.getOutputStream().close();
        boolean ended = process.waitFor(10, TimeUnit.MINUTES);
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        assertThat(ended).as("the tool ended by itself").isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(out) + Files.readString(err))
                .isZero();
        return Files.readString(out);
    }

    private static int count(String part, String text) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }
}

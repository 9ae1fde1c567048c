package io.imprimatur.samples.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A checked-out repository in which everything that git, Semgrep, Snyk and what they start read or run by themselves is a
 * trap. Each leaves a sign of its own where it is run, and each file has a fault. The gate, with both tools, is run inside it.
 */
class HostileRepositoryTest {
    private static final String POLICY = """
            policy: hostile
            scanners:
              semgrep: {}
              snyk: { endpoint: "%s" }
            rules:
              - { id: faults, when: { finding: { severity: ">= info" } }, then: block }
            """;
    private static final String FAULT =
            "import requests\nrequests.get('https://example.org', verify=False, timeout=5)\n";
    private static final String PROJECT =
            "{\"name\": \"shop\", \"version\": \"1.0.0\", \"dependencies\": {\"lodash\": \"4.17.15\"}%s}\n";
    private static final String LOCK = """
            {"name": "shop", "version": "1.0.0", "lockfileVersion": 3, "requires": true, "packages": {
              "": {"name": "shop", "version": "1.0.0", "dependencies": {"lodash": "4.17.15"}},
              "node_modules/lodash": {"version": "4.17.15", "hasInstallScript": true}}}
            """;

    @TempDir
    Path folder;

    private Path signs;
    private RealGit git;

    /** The files that have a fault, or would have been asked for one. */
    private final Set<String> faults = new TreeSet<>();

    @Test
    void nothingOfItRunsAndNothingIsMissedUnseen() throws IOException {
        Path semgrep = RealSemgrep.require();
        Path snyk = RealSnyk.launcher(folder.resolve("tools"), RealSnyk.require());
        signs = Files.createDirectory(folder.resolve("signs"));
        try (RealSnyk service = RealSnyk.service()) {
            git = RealGit.init(folder.resolve("work"))
                    .write(".imprimatur/policy.yaml", POLICY.formatted(service.endpoint()))
                    .write("old.py", FAULT)
                    .commit("Start");
            git.run("checkout", "-q", "-b", "topic");
            programs();
            settings();
            builds();
            odd();
            git.run("add", "-A", "-f");
            git.run("commit", "-q", "-m", "Set traps");
            setUpGit();

            GateRun run = check(semgrep, snyk);

            assertThat(run.status()).as(run.all()).isEqualTo(GateCli.BLOCK);
            assertThat(signs).isEmptyDirectory();
            assertThat(run.all()).doesNotContain("made-up", "\u001b", "root:");
            Map<String, Set<String>> seen = seen(run.out());
            assertThat(faults)
                    .hasSizeGreaterThan(25)
                    .allSatisfy(path -> assertThat(seen).containsKey(path));
            assertThat(seen.get("package-lock.json")).contains("snyk/SNYK-JS-LODASH-1040724");
            assertThat(faults)
                    .filteredOn(path -> path.endsWith(".py") && !path.equals("link.py"))
                    .allSatisfy(path ->
                            assertThat(seen.get(path)).contains("semgrep/imprimatur.python.tls-verification-off"));
            git.run("status");
            assertThat(signs).as("the traps snap where git itself is asked").isNotEmptyDirectory();
        }
    }

    /** Where the tools look for programs, or for their own modules. */
    private void programs() throws IOException {
        for (String name : List.of("semgrep", "opengrep", "snyk", "node", "git", "python3", "npm", "mvn", "uname")) {
            program(name);
            program("bin/" + name);
            program("node_modules/.bin/" + name);
        }
        for (String module : List.of("sitecustomize", "usercustomize", "semgrep", "json", "site-packages/encodings")) {
            fault(module + ".py", "open('" + sign(module) + "', 'w')\n" + FAULT);
        }
        git.write("evil.js", "require('fs').writeFileSync('" + sign("evil.js") + "', '')\n");
        git.write("node_modules/lodash/index.js", "require('fs').writeFileSync('" + sign("lodash") + "', '')\n");
    }

    /** What would tell a tool what to do, or what to leave out. */
    private void settings() throws IOException {
        for (String ignore :
                List.of(".semgrepignore", "src/.semgrepignore", ".gitignore", "src/.gitignore", ".dcignore")) {
            git.write(ignore, "*\n");
        }
        fault("src/hidden.py", FAULT);
        fault("tests/test_hidden.py", FAULT);
        git.write(".semgrep.yml", "rules: []\n");
        git.write(".semgrep/rules.yml", "rules: []\n");
        git.write(".semgrep/settings.yml", "api_token: evil\n");
        git.write(".snyk", """
                version: v1.25.0
                ignore:
                  SNYK-JS-LODASH-1040724:
                    - '*': { reason: fine }
                exclude: { global: ['**'] }
                """);
        git.write(
                ".npmrc",
                "script-shell=" + trap("npmrc") + "\nnode-options=--require ./evil.js\nregistry=http://127.0.0.1:1/\n");
        git.write(".yarnrc", "yarn-path \"./evil.js\"\n").write(".yarnrc.yml", "yarnPath: ./evil.js\n");
        git.write(
                ".env", "NODE_OPTIONS=--require ./evil.js\nSEMGREP_RULES=.semgrep.yml\nSNYK_API=http://127.0.0.1:1/\n");
        git.write("pyproject.toml", "[tool.semgrep]\nexclude = ['*']\n");
        git.write(".gitattributes", "* diff=evil filter=evil merge=evil\n");
        git.write(".imprimatur/policy.yaml", "policy: hostile\nrules: []\n");
    }

    /** What would be run to learn what a project depends on. */
    private void builds() throws IOException {
        String scripts = Stream.of("preinstall", "install", "postinstall", "prepare")
                .map(script -> "\"" + script + "\": \"touch " + sign("npm-" + script) + "\"")
                .reduce((one, other) -> one + ", " + other)
                .orElseThrow();
        git.write("package.json", PROJECT.formatted(", \"scripts\": {" + scripts + "}"));
        fault("package-lock.json", LOCK);
        fault("maven/pom.xml", "<project><build><extensions/></build></project>\n");
        program("maven/mvnw");
        git.write("maven/.mvn/jvm.config", "-XX:OnError='touch " + sign("jvm.config") + "'\n");
        fault("gradle/build.gradle", "'touch " + sign("gradle") + "'.execute()\n");
        program("gradle/gradlew");
        fault("pip/requirements.txt", "django==1.6.1\n");
        fault("pip/setup.py", "open('" + sign("setup.py") + "', 'w')\n" + FAULT);
        fault("ruby/Gemfile", "`touch " + sign("Gemfile") + "`\n");
        fault("ruby/a.gemspec", "`touch " + sign("gemspec") + "`\n");
        fault("go/go.mod", "module shop\nrequire github.com/gin-gonic/gin v1.4.0\n");
    }

    /** Names that a shell, an option or a terminal would make something of, and links that lead out. */
    private void odd() throws IOException {
        Files.writeString(folder.resolve("outside.py"), FAULT);
        for (String name : List.of(
                "--config=evil.yml.py",
                "--help.py",
                "-e.py",
                "$(touch run).py",
                ";touch run;.py",
                "a\nb.py",
                "esc\u001b[2J.py",
                "..py",
                "%2e%2e.py",
                "a b.py")) {
            fault(name, FAULT);
        }
        fault("--severity-threshold=critical/package-lock.json", LOCK);
        git.write("--severity-threshold=critical/package.json", PROJECT.formatted(""));
        link("link.py", folder.resolve("outside.py"));
        link("everything", Path.of("/"));
        link("linked/package-lock.json", Path.of("/etc/passwd"));
    }

    /** Last, as every command of git would spring it. */
    private void setUpGit() throws IOException {
        StringBuilder config = new StringBuilder(Files.readString(git.folder().resolve(".git/config")));
        config.append("[core]\n\tfsmonitor = ").append(trap("fsmonitor"));
        config.append("\n\tpager = ").append(trap("pager"));
        config.append("\n\tsshCommand = ").append(trap("ssh"));
        config.append("\n[diff]\n\texternal = ").append(trap("diff"));
        config.append("\n[diff \"evil\"]\n\ttextconv = ").append(trap("textconv"));
        config.append("\n[filter \"evil\"]\n\tsmudge = ").append(trap("smudge"));
        config.append("\n\tclean = ").append(trap("clean"));
        config.append("\n[alias]\n\tdiff = !").append(trap("alias")).append("\n");
        for (String hook : List.of("post-checkout", "pre-commit", "post-index-change", "fsmonitor-watchman")) {
            executable(git.folder().resolve(".git/hooks").resolve(hook), "hook-" + hook);
        }
        Files.writeString(git.folder().resolve(".git/config"), config);
    }

    private GateRun check(Path semgrep, Path snyk) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        GateRun.command("check", "--base", "main", "--head", "topic", "--format", "sarif"))
                .directory(git.folder().toFile());
        String work = git.folder().toString();
        builder.environment()
                .put(
                        "PATH",
                        String.join(
                                ":",
                                ".",
                                "bin",
                                "",
                                "node_modules/.bin",
                                work,
                                work + "/bin",
                                semgrep.getParent().toString(),
                                snyk.getParent().toString(),
                                RealSnyk.path()));
        builder.environment().put("SNYK_TOKEN", "made-up");
        return GateRun.of(builder);
    }

    /** What the two tools found at each path that the log names, and their gaps there, of which the rule is empty. */
    private static Map<String, Set<String>> seen(String sarif) throws IOException {
        Map<String, Set<String>> seen = new TreeMap<>();
        JsonNode run = new ObjectMapper().readTree(sarif).at("/runs/0");
        List<JsonNode> all = new ArrayList<>();
        run.at("/results").forEach(all::add);
        run.at("/invocations/0/toolExecutionNotifications").forEach(all::add);
        for (JsonNode each : all) {
            String rule = each.at("/ruleId").asText();
            String whose = rule.isEmpty() ? each.at("/message/text").asText() : rule;
            if (whose.matches("(?s)(scanner )?(semgrep|snyk)\\b.*")) {
                String uri = each.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asText();
                seen.computeIfAbsent(URI.create(uri).getPath(), absent -> new TreeSet<>())
                        .add(rule);
            }
        }
        return seen;
    }

    private void fault(String path, String content) throws IOException {
        git.write(path, content);
        faults.add(path);
    }

    private void link(String path, Path target) throws IOException {
        Path link = git.folder().resolve(path);
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, target);
        faults.add(path);
    }

    private void program(String path) throws IOException {
        executable(git.folder().resolve(path), path.replace('/', '-'));
    }

    private String trap(String name) throws IOException {
        return executable(folder.resolve("traps").resolve(name), name).toString();
    }

    private Path executable(Path file, String name) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\ntouch '" + sign(name) + "'\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Path sign(String name) {
        return signs.resolve(name.replace('/', '-'));
    }
}

package io.imprimatur.snyk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.change.Digest;
import io.imprimatur.change.FileMode;
import io.imprimatur.change.RepoPath;
import io.imprimatur.core.intake.ReportSource;
import io.imprimatur.core.tool.SearchPath;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.kit.MemoryChange;
import io.imprimatur.scan.Scanner;
import io.imprimatur.scan.ScannerSettings;
import io.imprimatur.scan.ScannerSettings.Setting;
import io.imprimatur.scan.SecretSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When two checks ask Snyk the same, and when another thing. */
class QuestionTest {
    private static final String LOCK = "shop/package-lock.json";
    private static final Map<String, Setting> CODE = Map.of("code", Setting.of("true"));

    @TempDir
    private Path folder;

    private Path program = Path.of("/");

    @BeforeEach
    void makeAProgram() throws IOException {
        program = FakeSnyk.in(folder);
    }

    // What of the request

    @Test
    void nothingButWhatTheAnswerDependsOnMakesAnotherQuestion() throws Exception {
        Digest digest = digest(Map.of(), change -> change);

        assertThat(digest(Map.of(), change -> change)).isEqualTo(digest);
        assertThat(digest(Map.of(), change -> change.head("src/a.js", "more\n")))
                .isEqualTo(digest);
        assertThat(digest(Map.of(), change -> change.base(LOCK, Shop.lock("a@0"))))
                .isEqualTo(digest);
        assertThat(digest(Map.of(), change -> change.linesUnknown(LOCK))).isEqualTo(digest);
        assertThat(digest(Map.of(), change -> change.target("release"))).isEqualTo(digest);
        assertThat(digest(CODE, change -> change.head("all.gitignore", "*\n"))).isEqualTo(digest(CODE, c -> c));
    }

    @Test
    void whateverTheAnswerDependsOnMakesAnotherQuestion() throws Exception {
        List<UnaryOperator<MemoryChange.Builder>> others = List.of(
                change -> change,
                change -> change.head(LOCK, Shop.lock("a@2")),
                change -> change.head(
                        RepoPath.of(LOCK), FileMode.SYMLINK, Shop.lock("a@1").getBytes(UTF_8)),
                change -> change.unchanged(LOCK, Shop.lock("a@1")),
                change -> change.head("shop/package.json", "{}"),
                change -> change.unchanged("shop/package.json", "{}"),
                change -> change.unchanged("other/package-lock.json", Shop.lock("a@1")),
                change -> change.head("other/package-lock.json", Shop.lock("a@1")),
                change -> change.unchanged("pom.xml", "<project/>"),
                change -> change.unchanged("Cargo.lock", ""),
                change -> change.unchanged("Gemfile", ""),
                change -> change.head("constraints.txt", ""),
                change -> change.head("sub/.snyk", "ignore: {}\n"));
        List<Digest> digests = new ArrayList<>();
        for (UnaryOperator<MemoryChange.Builder> other : others) {
            digests.add(digest(Map.of(), other));
        }
        assertThat(digests).doesNotHaveDuplicates();
    }

    @Test
    void whereCodeIsTestedEveryFileCounts() throws Exception {
        List<UnaryOperator<MemoryChange.Builder>> others = List.of(
                change -> change,
                change -> change.unchanged("src/a.js", "// deepcode ignore X\neval(x)\n"),
                change -> change.head("src/a.js", "// deepcode ignore X\neval(x)\n"),
                change -> change.head("src/a.js", "eval(y)\n"),
                change -> change.head("src/b.js", "eval(x)\n"));
        List<Digest> digests = new ArrayList<>(List.of(digest(Map.of(), change -> change)));
        for (UnaryOperator<MemoryChange.Builder> other : others) {
            digests.add(digest(CODE, other));
        }
        assertThat(digests).doesNotHaveDuplicates();
    }

    @Test
    void whatCannotBeReadIsNoQuestion() {
        assertThatThrownBy(() -> digest(Map.of(), change -> change.headFails(LOCK, ErrorCode.IO_FAILURE)))
                .isInstanceOf(ImprimaturException.class);
    }

    private Digest digest(Map<String, Setting> policy, UnaryOperator<MemoryChange.Builder> change) throws Exception {
        MemoryChange.Builder shop =
                MemoryChange.builder().head(LOCK, Shop.lock("a@1")).head("src/a.js", "eval(x)\n");
        return Scan.dependsOn(snyk().build(), policy, change.apply(shop).build())
                .orElseThrow();
    }

    // What besides it

    @Test
    void eachSettingTheToolAndWhoseTokenItIsMakesAnotherBasis() throws Exception {
        Path other = FakeSnyk.in(Files.createDirectories(folder.resolve("other")));
        Path node = Files.createDirectories(folder.resolve("bin")).resolve("node");
        Files.copy(other, node);
        List<Optional<String>> all = new ArrayList<>(List.of(
                basis(snyk(), Map.of(), Scan.TOKEN),
                basis(snyk(), Map.of(), Scan.TOKEN + "0"),
                basis(snyk().executable(other), Map.of(), Scan.TOKEN),
                basis(snyk().searchPath(new SearchPath(List.of(node.getParent()))), Map.of(), Scan.TOKEN),
                basis(snyk().endpoint(URI.create("https://api.eu.snyk.io")), Map.of(), Scan.TOKEN),
                basis(snyk().environment("HTTPS_PROXY", "http://proxy"), Map.of(), Scan.TOKEN)));
        for (String[] setting : new String[][] {
            {"organization", "acme"}, {"organization", "null"}, {"code", "true"}, {"development", "true"}
        }) {
            all.add(basis(snyk(), Map.of(setting[0], Setting.of(setting[1])), Scan.TOKEN));
        }
        Files.writeString(program, "# another version\n");
        all.add(basis(snyk(), Map.of(), Scan.TOKEN));

        assertThat(all)
                .doesNotHaveDuplicates()
                .allMatch(Optional::isPresent)
                .noneMatch(basis -> basis.orElse("").contains(Scan.TOKEN));
        assertThat(basis(snyk(), Map.of(), Scan.TOKEN)).isEqualTo(basis(snyk(), Map.of(), Scan.TOKEN));
    }

    @Test
    void nothingIsKeptOfReportsAndOfBuildsNorWithoutAToolOrAToken() throws Exception {
        SnykProvider.Builder report = SnykProvider.builder().report(ReportSource.of("r.json", "{}".getBytes(UTF_8)));

        assertThat(List.of(
                        basis(report, Map.of(), Scan.TOKEN),
                        basis(snyk(), Map.of("builds", Setting.of("true")), Scan.TOKEN),
                        basis(snyk().executable(folder.resolve("nowhere")), Map.of(), Scan.TOKEN),
                        basis(snyk(), Map.of(), null)))
                .containsOnly(Optional.empty());
    }

    private SnykProvider.Builder snyk() {
        return SnykProvider.builder().executable(program);
    }

    private static Optional<String> basis(SnykProvider.Builder snyk, Map<String, Setting> policy, String token) {
        SecretSource secrets = name -> Optional.ofNullable(token).map(String::toCharArray);
        try (Scanner scanner = snyk.build().create(new ScannerSettings(SnykProvider.ID, null, policy), secrets)) {
            return scanner.basis();
        }
    }
}

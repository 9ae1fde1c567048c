package io.imprimatur.semgrep;

import io.imprimatur.kit.MemoryChange;
import io.imprimatur.kit.ScannerContractTest;
import io.imprimatur.scan.ScannerProvider;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The duties of every scanner, with a quick program in the place of the tool, which finds one word. */
class SemgrepContractTest extends ScannerContractTest {
    @TempDir
    private static Path tools;

    @Override
    protected ScannerProvider provider() {
        try {
            Path program = FakeSemgrep.in(
                    tools,
                    "result() { printf '%s{\"check_id\":\"word\",\"path\":\"%s\",\"start\":{\"line\":%s,\"col\":1},'\\",
                    "'\"end\":{\"line\":%s,\"col\":5},\"extra\":{\"message\":\"a word\",\"severity\":\"INFO\"}}' "
                            + "\"$1\" \"$2\" \"$3\" \"$3\"; }",
                    "{ printf '{\"version\":\"1.182.0\",\"errors\":[],\"results\":['",
                    "comma=",
                    "grep -rn 'eval' . | while IFS=: read -r file line rest; do",
                    "  case \"$line\" in ''|*[!0-9]*) continue;; esac; result \"$comma\" \"$file\" \"$line\"; comma=,; done",
                    "printf '],\"paths\":{\"scanned\":['",
                    "comma=",
                    "find . -type f | while read -r file; do printf '%s\"%s\"' \"$comma\" \"$file\"; comma=,; done",
                    "printf ']}}'; } > \"$report\"");
            return SemgrepProvider.builder().executable(program).build();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    @Override
    protected MemoryChange positiveSample() {
        return MemoryChange.builder().head("shop/a.py", "x = 1\neval(x)\n").build();
    }
}

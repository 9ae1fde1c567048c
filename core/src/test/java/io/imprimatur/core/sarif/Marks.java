package io.imprimatur.core.sarif;

import java.nio.file.Path;

/** A tool that finds the word MARK and writes SARIF, in the language of the shell. */
final class Marks {
    static final Path SHELL = Path.of("/bin/sh");

    private static final String RESULT =
            "{\"ruleId\": \"mark\", \"message\": {\"text\": \"A mark.\"}, \"locations\": [{\"physicalLocation\": "
                    + "{\"artifactLocation\": {\"uri\": \"\\1\"}, \"region\": {\"startLine\": \\2}}}]}";

    /** Writes to the file that its second argument names. */
    static final String SCRIPT = String.join(
            "\n",
            "cd \"$1\" || exit 9",
            "{",
            "  echo '{\"version\": \"2.1.0\", \"runs\": [{\"tool\": {\"driver\": {\"name\": \"Marks\"}}, \"results\": ['",
            "  /bin/grep -rnao MARK . | /usr/bin/sort | /bin/sed -E 's#^([^:]*):([0-9]+):MARK$#" + RESULT
                    + "#; $!s/$/,/'",
            "  echo ']}]}'",
            "} > \"$2\"");

    private Marks() {}

    /** A script as a command: its arguments are the folder of the files and the report. */
    static SarifCommand command(String script) {
        return SarifCommand.of(SHELL, "-c", script, "marks", SarifCommand.FILES, SarifCommand.REPORT);
    }
}

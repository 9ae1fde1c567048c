package io.imprimatur.git;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The lines of {@code .gitignore} or {@code .gitattributes}, as bytes, one character each. */
final class RuleLines {
    private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

    private RuleLines() {}

    static List<String> of(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        List<String> lines = new ArrayList<>();
        for (String line :
                text.substring(text.startsWith(BYTE_ORDER_MARK) ? 3 : 0).split("\n", -1)) {
            lines.add(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
        }
        return lines;
    }
}

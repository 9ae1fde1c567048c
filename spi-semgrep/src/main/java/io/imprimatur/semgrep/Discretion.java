package io.imprimatur.semgrep;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of a text of the tool what may be a secret of the code that it quotes. The tool puts code in the place of the
 * variables of a message, and fixes are code; the values of literals are of no use to who reads them here.
 */
final class Discretion {
    private static final String MARK = "…";

    /** A text in quotes, on one line, longer than what words of a language are. */
    private static final Pattern QUOTED = Pattern.compile("([\"'`])((?:(?!\\1)[^\\\\\\n]|\\\\.){8,}+)\\1");

    /** A run of characters that keys and tokens are made of. */
    private static final Pattern RUN = Pattern.compile("[A-Za-z0-9+/_=~.-]{12,}+");

    private Discretion() {}

    /** A fix: no literal of any length that may matter. */
    static String ofCode(String code) {
        return withoutRuns(QUOTED.matcher(code).replaceAll("$1" + MARK + "$1"));
    }

    /** A message: nothing that a variable stands for and that is a literal, and no run like a key. */
    static String ofWords(String message, List<String> metavariables) {
        String text = message;
        for (String content : metavariables) {
            String bare = content.strip();
            boolean literal = bare.length() >= 2 && "\"'`".indexOf(bare.charAt(0)) >= 0;
            if (literal) {
                text = text.replace(bare, MARK);
                String inner = bare.substring(1, bare.length() - 1);
                text = inner.length() < 4 ? text : text.replace(inner, MARK);
            }
        }
        return withoutRuns(text);
    }

    private static String withoutRuns(String text) {
        Matcher runs = RUN.matcher(text);
        StringBuilder safe = new StringBuilder();
        while (runs.find()) {
            runs.appendReplacement(safe, Matcher.quoteReplacement(looksRandom(runs.group()) ? MARK : runs.group()));
        }
        return runs.appendTail(safe).toString();
    }

    /** Letters and digits in turns, as no name has them. */
    private static boolean looksRandom(String run) {
        int turns = 0;
        int letters = 0;
        int digits = 0;
        int kind = -1;
        for (int i = 0; i < run.length(); i++) {
            char character = run.charAt(i);
            int now = Character.isDigit(character) ? 0 : Character.isUpperCase(character) ? 1 : 2;
            digits += now == 0 ? 1 : 0;
            letters += now == 0 ? 0 : 1;
            turns += kind >= 0 && now != kind ? 1 : 0;
            kind = now;
        }
        return digits >= 3 && letters >= 3 && turns >= 6;
    }
}

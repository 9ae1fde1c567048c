package io.imprimatur.semgrep;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The comments of a file that tell Semgrep to suppress what it finds: {@code nosemgrep}, {@code nosem: rule, rule}. */
final class Comments {
    private static final int MOST = 10_000;
    private static final int LONGEST_LINE = 100_000;
    private static final String MARK = " nosem";
    private static final String LONGER = "grep";

    /**
     * A comment.
     *
     * @param line where it stands, from 1
     * @param alone whether nothing else stands on the line, so that it speaks of the next one too
     * @param rules those that it names; none where it means all
     */
    record Comment(int line, boolean alone, List<String> rules) {
        /** Whether it is about a finding of a rule at a line. */
        boolean isAbout(int firstLine, String rule) {
            boolean there = line == firstLine || (alone && line == firstLine - 1);
            return there && (rules.isEmpty() || rules.stream().anyMatch(name -> isNamed(rule, name)));
        }

        private static boolean isNamed(String rule, String name) {
            return rule.equals(name) || rule.endsWith("." + name);
        }
    }

    private Comments() {}

    /** Every one, in the order of their lines. */
    static List<Comment> in(byte[] content) {
        List<Comment> comments = new ArrayList<>();
        int line = 0;
        for (int start = 0; start < content.length && comments.size() < MOST; ) {
            int end = start;
            while (end < content.length && content[end] != '\n') {
                end++;
            }
            line++;
            if (end - start <= LONGEST_LINE) {
                // Every byte is a character in this charset; what is sought is ASCII.
                add(new String(content, start, end - start, StandardCharsets.ISO_8859_1), line, comments);
            }
            start = end + 1;
        }
        return comments;
    }

    private static void add(String text, int line, List<Comment> comments) {
        String lower = text.toLowerCase(Locale.ROOT);
        int at = lower.indexOf(MARK);
        if (at < 0) {
            return;
        }
        int end = at + MARK.length();
        if (lower.startsWith(LONGER, end)) {
            end += LONGER.length();
        }
        if (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            return; // a word that only begins so
        }
        boolean alone = text.substring(0, at).chars().noneMatch(Character::isLetterOrDigit);
        comments.add(new Comment(line, alone, rules(text, end)));
    }

    private static List<String> rules(String text, int end) {
        if (end >= text.length() || (text.charAt(end) != ':' && text.charAt(end) != '=')) {
            return List.of();
        }
        List<String> rules = new ArrayList<>();
        for (String rule : text.substring(end + 1).split("[,\\s]+", -1)) {
            if (!rule.isEmpty()) {
                rules.add(rule);
            }
        }
        return rules;
    }
}

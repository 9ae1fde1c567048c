package io.imprimatur.semgrep;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The comments of a file that tell the tool to suppress what it finds: {@code nosemgrep}, {@code nosem: rule, rule}, and
 * {@code noopengrep}, which only Opengrep knows. Where a comment begins and ends, the two do not agree upon.
 */
final class Comments {
    private static final int MOST = 10_000;
    private static final int LONGEST_LINE = 100_000;

    /** What is meant for a comment. */
    private static final Pattern COMMENT =
            Pattern.compile(" no(?:sem(?:grep)?|opengrep)(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE);

    /** What one of the tools may take for a comment: Semgrep longer words, Opengrep also a text in quotes. */
    private static final Pattern LIKE = Pattern.compile("(?<![a-z0-9])no(?:sem|opengrep)", Pattern.CASE_INSENSITIVE);

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

    private interface LineTaker {
        /** Whether to go on. */
        boolean take(int line, String text);
    }

    private Comments() {}

    /** Every one, in the order of their lines. */
    static List<Comment> in(byte[] content) {
        List<Comment> comments = new ArrayList<>();
        eachLine(content, (line, text) -> {
            if (text.length() <= LONGEST_LINE) {
                add(text, line, comments);
            }
            return comments.size() < MOST;
        });
        return comments;
    }

    /** The first line of those wanted on which a tool may see one; 0 where there is none. */
    static int firstLike(byte[] content, IntPredicate wanted) {
        int[] first = {0};
        eachLine(content, (line, text) -> {
            if (LIKE.matcher(text).find() && wanted.test(line)) {
                first[0] = line;
            }
            return first[0] == 0;
        });
        return first[0];
    }

    private static void eachLine(byte[] content, LineTaker taker) {
        int line = 0;
        for (int start = 0; start < content.length; ) {
            int end = start;
            while (end < content.length && content[end] != '\n') {
                end++;
            }
            line++;
            // Every byte is a character in this charset; what is sought is ASCII.
            if (!taker.take(line, new String(content, start, end - start, StandardCharsets.ISO_8859_1))) {
                return;
            }
            start = end + 1;
        }
    }

    private static void add(String text, int line, List<Comment> comments) {
        Matcher comment = COMMENT.matcher(text);
        if (comment.find()) {
            boolean alone = text.substring(0, comment.start()).chars().noneMatch(Character::isLetterOrDigit);
            comments.add(new Comment(line, alone, rules(text, comment.end())));
        }
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

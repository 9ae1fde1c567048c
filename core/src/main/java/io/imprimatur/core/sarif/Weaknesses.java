package io.imprimatur.core.sarif;

import java.util.Collection;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ids of weaknesses and vulnerabilities in what tools write: {@code external/cwe/cwe-079}, {@code CWE-79: XSS}, .... */
final class Weaknesses {
    private static final Pattern CWE = Pattern.compile("(?i)(?<![a-z0-9])cwe[-_:/ ]?0{0,5}([1-9][0-9]{0,5})(?![0-9])");
    private static final Pattern CVE = Pattern.compile("(?i)(?<![a-z0-9])CVE-([0-9]{4}-[0-9]{4,12})(?![0-9])");
    private static final int MOST = 20;

    private Weaknesses() {}

    static void addCwe(String text, Collection<String> to) {
        add(CWE, "CWE-", text, to);
    }

    static void addCve(String text, Collection<String> to) {
        add(CVE, "CVE-", text, to);
    }

    /** A taxon of a taxonomy (3.54): of CWE's own, its id is a bare number. */
    static void addTaxon(String taxonomy, String id, Collection<String> to) {
        addCwe(taxonomy.toUpperCase(Locale.ROOT).contains("CWE") && id.matches("[0-9]{1,6}") ? "CWE-" + id : id, to);
    }

    /** Most rules and tags name none, which is told sooner than by a pattern. */
    private static boolean mayHold(String text) {
        for (int i = 0; i < text.length() - 3; i++) {
            if ((text.charAt(i) | 0x20) == 'c' && "WwVv".indexOf(text.charAt(i + 1)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static void add(Pattern pattern, String prefix, String text, Collection<String> to) {
        if (!mayHold(text)) {
            return;
        }
        Matcher found = pattern.matcher(text);
        while (to.size() < MOST && found.find()) {
            String id = prefix + found.group(1);
            if (!to.contains(id)) {
                to.add(id);
            }
        }
    }
}

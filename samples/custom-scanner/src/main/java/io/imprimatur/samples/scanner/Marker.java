package io.imprimatur.samples.scanner;

import io.imprimatur.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a leftover looks like.
 *
 * @param rule its name
 * @param severity how bad it is
 * @param text what matches it, whatever the case
 * @param message what is wrong and what to do
 */
record Marker(String rule, Severity severity, Pattern text, String message) {
    // Written with \s between the words, so that the scanner does not find itself.
    private static final List<Marker> EMBEDDED = List.of(
            of(
                    "unfinished",
                    Severity.MEDIUM,
                    "your\\scode\\shere|in\\sa\\sreal\\s(application|implementation|system)|todo:?\\simplement"
                            + "|rest\\sof\\s(the|your)\\s(code|file|method|class)\\s(remains|stays|is)\\sunchanged",
                    "An assistant left this for you to finish; finish it or say why it may stay"),
            of(
                    "placeholder-credential",
                    Severity.HIGH,
                    "\\bchange-?me\\b|\\byour[-_](api[-_]key|token|password|secret)([-_]here)?\\b",
                    "A placeholder stands where a credential belongs; read it from where your secrets are kept"));

    static List<Marker> withPhrases(List<String> phrases) {
        List<Marker> markers = new ArrayList<>(EMBEDDED);
        for (String phrase : phrases) {
            markers.add(of("phrase", Severity.MEDIUM, Pattern.quote(phrase), "A phrase that must not be merged"));
        }
        return List.copyOf(markers);
    }

    private static Marker of(String rule, Severity severity, String regex, String message) {
        int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        return new Marker(rule, severity, Pattern.compile(regex, flags), message);
    }
}

package io.imprimatur.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** Runs the detector over texts. */
final class Detections {
    private static final SecretDetector DETECTOR = new SecretDetector();

    private Detections() {}

    static List<Match> in(String text) {
        return in(text.getBytes(UTF_8));
    }

    static List<Match> in(byte[] text) {
        return DETECTOR.find(new Text(text)).found();
    }

    /** The ids of what was found, in order. */
    static List<String> kindsIn(String text) {
        return in(text).stream().map(match -> match.kind().id()).toList();
    }

    /** The grades of what was found, in order. */
    static List<Grade> gradesIn(String text) {
        return in(text).stream().map(Match::grade).toList();
    }
}

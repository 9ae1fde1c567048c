package io.imprimatur.kit;

import io.imprimatur.scan.Coverage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks for a secret in everything that a scan lets out: findings, gaps, what it throws, the standard streams. */
record PlantedSecret(String text) {
    /** Half of a secret is a secret that leaked. */
    private static final int LEAST = 8;

    interface Scan {
        TestScan run() throws InterruptedException;
    }

    /** Where the secret came out; empty where it did not. */
    Optional<String> leakOf(Scan scan) throws InterruptedException {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        TestScan done;
        try (PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(both);
            System.setErr(both);
            done = scan.run();
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        List<String> places = new ArrayList<>();
        note(places, "a finding", done.sink().findings().toString());
        note(places, "a gap", text(done.coverage()));
        note(places, "an exception", text(done.thrown()));
        note(places, "the standard streams", printed.toString(StandardCharsets.UTF_8));
        return places.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", places));
    }

    private void note(List<String> places, String place, String said) {
        if (isIn(said)) {
            places.add(place);
        }
    }

    private boolean isIn(String said) {
        int window = Math.min(text.length(), Math.max(LEAST, text.length() / 2 + 1));
        for (int i = 0; i + window <= text.length(); i++) {
            if (said.contains(text.substring(i, i + window))) {
                return true;
            }
        }
        return false;
    }

    private static String text(@Nullable Coverage coverage) {
        return coverage == null ? "" : coverage.toString();
    }

    private static String text(@Nullable Throwable thrown) {
        StringWriter trace = new StringWriter();
        if (thrown != null) {
            thrown.printStackTrace(new PrintWriter(trace));
        }
        return trace.toString();
    }
}

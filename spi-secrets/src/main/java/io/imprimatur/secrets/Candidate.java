package io.imprimatur.secrets;

/** A secret that a rule recognised. */
record Candidate(SecretKind kind, Span span, Grade grade) {
    boolean overlaps(Candidate other) {
        return span.start() < other.span.end() && other.span.start() < span.end();
    }

    /** Whether this is the better account of what stands there: the surer one, then the longer one. */
    boolean betterThan(Candidate other) {
        int surer = other.grade.compareTo(grade);
        return surer != 0 ? surer > 0 : span.length() > other.span.length();
    }
}

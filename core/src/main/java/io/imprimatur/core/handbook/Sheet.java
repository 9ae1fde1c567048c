package io.imprimatur.core.handbook;

import io.imprimatur.error.Printable;
import java.util.List;

/**
 * The paper that a handbook is written on. What the policy's author wrote comes onto it by {@link #text} and {@link #code}
 * alone, which make it harmless there. Everything else that is put is the handbook's own words, made of letters, digits
 * and the punctuation of a sentence, or came from these methods. Not thread-safe.
 */
interface Sheet {
    /** Prose by others, on one line. */
    String text(String foreign);

    /** A name, pattern or value by others, on one line. */
    String code(String foreign);

    /** A way to a place of this document, an identifier. */
    String link(String inline, String place);

    /** The title, what it is about, and what is to be known of the whole. */
    void head(String title, String lead, List<Fact> facts);

    /** The table of contents: a way to each section. */
    void contents(List<Section> sections);

    /** Begins a section; the one before it ends. */
    void section(Section section);

    /** A heading inside a section. */
    void heading(String inline);

    void paragraph(String inline);

    void items(List<String> inlines);

    /** A table with a head; each row has as many cells as the head. */
    void table(List<String> head, List<List<String>> rows);

    /** A rule. */
    void rule(Card card);

    /** The whole document, which ends here. */
    String end();

    /** Something to be known, and its name. */
    record Fact(String name, String inline) {}

    /** A section's title and its place. */
    record Section(String title, String place) {}

    /**
     * A rule as it is shown.
     *
     * @param place its place
     * @param id its id, inline
     * @param kind what becomes of a change: {@code block}, {@code review} or {@code oblige}
     * @param badges in a word or two, what is to be seen at once
     * @param sentence what it says
     * @param conditions what it asks, where that is more than the sentence holds
     * @param facts what else is to be known of it
     */
    record Card(
            String place,
            String id,
            String kind,
            List<String> badges,
            String sentence,
            List<String> conditions,
            List<Fact> facts) {}

    /** The text on one line, with no character that cannot be seen. */
    static String oneLine(String foreign) {
        return Printable.of(foreign.strip().replaceAll("\\s+", " "));
    }
}

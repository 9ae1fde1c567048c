package io.imprimatur.core.handbook;

import java.util.List;
import java.util.stream.Collectors;

/**
 * GitHub Flavored Markdown. Foreign prose never begins a line, so only what means something inside one is escaped; names
 * stand in code spans, but those with a bar, which would end the cell of a table even there.
 */
final class MarkdownSheet implements Sheet {
    private static final String SPECIAL = "\\`*_[]<>&!~$|@";

    private final StringBuilder out = new StringBuilder();

    @Override
    public String text(String foreign) {
        String line = Sheet.oneLine(foreign);
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char character = line.charAt(i);
            boolean linking = line.startsWith("://", i) || (character == '.' && endsWithWww(line, i));
            if (SPECIAL.indexOf(character) >= 0 || linking) {
                safe.append('\\');
            }
            safe.append(character);
        }
        return safe.toString();
    }

    /** An address that begins so becomes a link without any markup. */
    private static boolean endsWithWww(String line, int end) {
        return end >= 3 && line.substring(end - 3, end).equalsIgnoreCase("www");
    }

    @Override
    public String code(String foreign) {
        String line = Sheet.oneLine(foreign);
        if (line.isEmpty() || line.indexOf('|') >= 0) {
            return "<code>" + references(line) + "</code>";
        }
        String fence = "`".repeat(longestRun(line) + 1);
        boolean padded = line.startsWith("`") || line.endsWith("`");
        return padded ? fence + " " + line + " " + fence : fence + line + fence;
    }

    /** Every character but letters, digits and spaces as a reference, which means nothing but itself. */
    private static String references(String line) {
        StringBuilder safe = new StringBuilder();
        line.codePoints().forEach(character -> {
            if (Character.isLetterOrDigit(character) || character == ' ') {
                safe.appendCodePoint(character);
            } else {
                safe.append("&#").append(character).append(';');
            }
        });
        return safe.toString();
    }

    private static int longestRun(String line) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < line.length(); i++) {
            run = line.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    @Override
    public String link(String inline, String place) {
        return "[" + inline + "](#" + place + ")";
    }

    @Override
    public void head(String title, String lead, List<Fact> facts) {
        out.append("# ").append(title).append("\n\n");
        if (!lead.isEmpty()) {
            out.append("**What it is for.** ").append(lead).append("\n\n");
        }
        table(
                List.of("", ""),
                facts.stream().map(fact -> List.of(fact.name(), fact.inline())).toList());
    }

    @Override
    public void contents(List<Section> sections) {
        out.append("\n## Contents\n\n");
        sections.forEach(section ->
                out.append("1. ").append(link(section.title(), section.place())).append('\n'));
    }

    @Override
    public void section(Section section) {
        out.append("\n## <a id=\"")
                .append(section.place())
                .append("\"></a>")
                .append(section.title())
                .append('\n');
    }

    @Override
    public void heading(String inline) {
        out.append("\n### ").append(inline).append('\n');
    }

    @Override
    public void paragraph(String inline) {
        out.append('\n').append(inline).append('\n');
    }

    @Override
    public void items(List<String> inlines) {
        out.append('\n');
        inlines.forEach(inline -> out.append("- ").append(inline).append('\n'));
    }

    @Override
    public void table(List<String> head, List<List<String>> rows) {
        out.append('\n');
        row(head);
        row(head.stream().map(cell -> "---").toList());
        rows.forEach(this::row);
    }

    private void row(List<String> cells) {
        out.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    @Override
    public void rule(Card card) {
        out.append("\n### <a id=\"")
                .append(card.place())
                .append("\"></a>")
                .append(card.id())
                .append("\n\n");
        out.append(card.badges().stream().map(badge -> "**" + badge + "**").collect(Collectors.joining(" · ")))
                .append("\n\n")
                .append(card.sentence())
                .append('\n');
        if (!card.conditions().isEmpty()) {
            items(card.conditions());
        }
        out.append(card.facts().isEmpty() ? "" : "\n");
        // Another bullet begins another list.
        card.facts().forEach(fact -> out.append("* _" + fact.name() + ":_ " + fact.inline() + "\n"));
    }

    @Override
    public String end() {
        return out.toString();
    }
}

package io.imprimatur.core.handbook;

import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of HTML that needs nothing else: no script, its style inside, and a policy that forbids anything more. */
final class HtmlSheet implements Sheet {
    private static final String STYLE = "handbook.css";

    private final StringBuilder body = new StringBuilder();
    private String title = "";
    private boolean inMain;
    private boolean inSection;

    @Override
    public String text(String foreign) {
        return "<bdi>" + escaped(Sheet.oneLine(foreign)) + "</bdi>";
    }

    @Override
    public String code(String foreign) {
        return "<code>" + escaped(Sheet.oneLine(foreign)) + "</code>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    public String link(String inline, String place) {
        return "<a href=\"#" + place + "\">" + inline + "</a>";
    }

    @Override
    public void head(String heading, String lead, List<Fact> facts) {
        title = heading.replaceAll("<[^>]*>", "");
        put("<header>\n<p class=\"kicker\">Policy handbook</p>\n<h1>" + heading + "</h1>");
        if (!lead.isEmpty()) {
            put("<p class=\"lead\">" + lead + "</p>");
        }
        facts(facts);
        put("</header>");
    }

    @Override
    public void contents(List<Section> sections) {
        put("<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">Contents</h2>\n<ol>");
        sections.forEach(section -> put("<li>" + link(section.title(), section.place()) + "</li>"));
        put("</ol>\n</nav>");
    }

    @Override
    public void section(Section section) {
        put(inSection ? "</section>" : "<main id=\"main\">");
        inMain = true;
        inSection = true;
        put("<section aria-labelledby=\"" + section.place() + "\">\n<h2 id=\"" + section.place() + "\">"
                + section.title() + "</h2>");
    }

    @Override
    public void heading(String inline) {
        put("<h3>" + inline + "</h3>");
    }

    @Override
    public void paragraph(String inline) {
        put("<p>" + inline + "</p>");
    }

    @Override
    public void items(List<String> inlines) {
        put("<ul>");
        inlines.forEach(inline -> put("<li>" + inline + "</li>"));
        put("</ul>");
    }

    @Override
    public void table(List<String> head, List<List<String>> rows) {
        put("<table>\n<thead>\n<tr>");
        head.forEach(cell -> put("<th scope=\"col\">" + cell + "</th>"));
        put("</tr>\n</thead>\n<tbody>");
        for (List<String> row : rows) {
            put("<tr>\n<th scope=\"row\">" + row.get(0) + "</th>");
            for (int i = 1; i < row.size(); i++) {
                put("<td data-head=\"" + head.get(i) + "\">" + row.get(i) + "</td>");
            }
            put("</tr>");
        }
        put("</tbody>\n</table>");
    }

    @Override
    public void rule(Card card) {
        put("<article class=\"rule " + card.kind() + "\" aria-labelledby=\"" + card.place() + "\">");
        put("<h3 id=\"" + card.place() + "\">" + card.id() + "</h3>\n<p class=\"badges\">");
        card.badges().forEach(badge -> put("<span>" + badge + "</span>"));
        put("</p>\n<p class=\"says\">" + card.sentence() + "</p>");
        if (!card.conditions().isEmpty()) {
            items(card.conditions());
        }
        facts(card.facts());
        put("</article>");
    }

    private void facts(List<Fact> facts) {
        if (!facts.isEmpty()) {
            put("<dl>");
            facts.forEach(fact -> put("<div><dt>" + fact.name() + "</dt><dd>" + fact.inline() + "</dd></div>"));
            put("</dl>");
        }
    }

    private void put(String line) {
        body.append(line).append('\n');
    }

    @Override
    public String end() {
        put((inSection ? "</section>\n" : "") + (inMain ? "</main>" : ""));
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
                <title>""" + title + "</title>\n<style>\n" + style()
                + "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">To the rules</a>\n" + body
                + "</body>\n</html>\n";
    }

    private static String style() {
        try (InputStream resource = HtmlSheet.class.getResourceAsStream(STYLE)) {
            if (resource == null) {
                throw unreadable(null);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    private static ImprimaturException unreadable(@Nullable IOException cause) {
        return new ImprimaturException(
                ErrorCode.IO_FAILURE,
                List.of(Problem.of("the embedded style sheet cannot be read")
                        .in(STYLE)
                        .remedy("check that the jar of imprimatur-core is whole")),
                cause);
    }
}

package io.imprimatur.core.report;

import java.util.List;
import java.util.stream.Stream;

/** Text that tries to be more than text. Fits into a path, so it has no NUL, no empty segment and no dots alone. */
final class Hostile {
    private static final String ESCAPE = "\u001b";

    private Hostile() {}

    static Stream<String> texts() {
        return List.of(
                "<img src=x onerror=alert(1)>",
                "![x](https:\\evil.example\\x.png) [click](https:\\evil.example)",
                "@acme\\everyone #1 GH-1 acme\\shop#1 https:\\\\evil.example www.evil.example ada@example.com",
                "`code` ``` ~~~ `` unbalanced `",
                "a | b | c \\| d\\\\|",
                "*bold* _em_ ~~gone~~ **x** &lt;b&gt; &#64;acme",
                "one\n\n# two\n\n- three\n    four\r\n```\nfive",
                "<!-- --> <\\details> <script>x<\\script>",
                ESCAPE + "[31mred" + ESCAPE + "]0;title\u0007" + ESCAPE + "[2J",
                "\u202egnp.exe\u2066x\u2069 \u200b \ufeff \u2028 \u2029",
                " leading and trailing ",
                "{0} {{1}} %s $(id) ${x}",
                "$`x`$ $$y$$",
                "a".repeat(240))
                .stream();
    }
}

package io.imprimatur.core.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.core.OutsideTool;
import io.imprimatur.core.policy.SamplePolicies;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens handbooks in a browser, as wide as a telephone. */
class HandbookToolTest {
    private static final int WIDTH = 360;

    /** Not in the temporary folder: a browser that has just ended may still write there. */
    private static final Path PROFILE = Path.of("target", "chromium").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void everyRuleIsShownAndNothingIsWiderThanTheScreen() throws IOException, InterruptedException {
        String chromium = OutsideTool.require("imprimatur.chromium");
        StringBuilder frames = new StringBuilder();
        for (Path sample : SamplePolicies.folders()) {
            frames.append(frame(Handbook.html(SamplePolicies.policy(sample))));
        }

        String opened = opened(chromium, frames.toString());

        for (Path sample : SamplePolicies.folders()) {
            Policy policy = SamplePolicies.policy(sample);
            for (Rule rule : policy.rules()) {
                assertThat(opened).contains(" rule-" + rule.id() + " ");
            }
        }
        assertThat(opened)
                .contains("wider by" + " 0".repeat(SamplePolicies.folders().size()) + ".");
    }

    @Test
    void somethingWiderWouldBeSeen() throws IOException, InterruptedException {
        String chromium = OutsideTool.require("imprimatur.chromium");
        String wide = Handbook.html(
                        SamplePolicies.policy(SamplePolicies.folders().get(0)))
                .replace("<main id=\"main\">", "<main id=\"main\"><p style=\"width: 500px\">wide</p>");

        assertThat(opened(chromium, frame(wide))).contains("wider by ").doesNotContain("wider by 0.");
    }

    private static String frame(String page) {
        return "<iframe width=" + WIDTH + " height=800 style='border:0' srcdoc=\""
                + page.replace("&", "&amp;").replace("\"", "&quot;") + "\"></iframe>\n";
    }

    /** The headings of rules that are visible in the frames, and by how much each page is wider than its frame. */
    private String opened(String chromium, String frames) throws IOException, InterruptedException {
        Path page =
                Files.writeString(folder.resolve("page.html"), "<!doctype html><meta charset=utf-8>" + frames + """
                <pre id=seen></pre>
                <script>
                  onload = () => {
                    const pages = [...document.querySelectorAll('iframe')].map(frame => frame.contentDocument);
                    const shown = pages.flatMap(page => [...page.querySelectorAll('article h3')])
                      .filter(heading => heading.getBoundingClientRect().height > 0)
                      .map(heading => ' ' + heading.id + ' ');
                    const wider = pages.map(page => page.documentElement)
                      .map(root => ' ' + (root.scrollWidth - root.clientWidth));
                    document.querySelectorAll('iframe').forEach(frame => frame.remove());
                    document.getElementById('seen').textContent = shown.join('') + 'wider by' + wider.join('') + '.';
                  };
                </script>
                """);
        Path dom = folder.resolve("dom");
        Process process = new ProcessBuilder(
                        chromium,
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--user-data-dir=" + PROFILE,
                        "--dump-dom",
                        page.toUri().toString())
                .redirectOutput(dom.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("the browser ends").isTrue();
        String seen = Files.readString(dom);
        return seen.substring(seen.indexOf("<pre id=\"seen\">"), seen.indexOf("</pre>"));
    }
}

package io.imprimatur.samples.gate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows the gate at work on a change that it brings along. */
@Command(
        name = "demo",
        description = "Makes a small repository with a change as an assistant writes it, and decides about it.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("imprimatur-demo");
        try {
            DemoRepository repository = DemoRepository.create(folder);
            String base = repository.commit(
                    "Start the shop",
                    null,
                    Map.of("README.md", "# Shop\n", "src/cart.py", "def total(cart):\n    return sum(cart)\n"));
            repository.branch("main", base);
            String head = repository.commit(
                    "Add login\n\nCo-Authored-By: Claude Opus 4.5 <noreply@anthropic.com>\n",
                    base,
                    Map.of(
                            "README.md",
                            "# Shop\n",
                            "src/cart.py",
                            "def total(cart):\n    return sum(cart)\n",
                            "src/auth/login.py",
                            login()));
            repository.branch("assistant", head);
            say("A change as an assistant writes it, on the branch assistant of a repository made for this demo:");
            say("  src/auth/login.py, new, with an access token in it and a part left for later\n");
            int status = GateCli.run(
                    spec.commandLine().getOut(),
                    spec.commandLine().getErr(),
                    "check",
                    "--repo",
                    folder.toString(),
                    "--base",
                    "main",
                    "--head",
                    "assistant");
            say("\nThe gate ended with status " + status + " (0 allow, 10 review, 20 block, 3 could not decide).");
            // The demo has shown what it should where a token blocks; anything else is a failure of the demo itself.
            return status == GateCli.BLOCK ? GateCli.ALLOW : GateCli.UNDECIDED;
        } finally {
            delete(folder);
        }
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }

    private static String login() {
        return "import requests\n\n"
                + "TOKEN = \"" + token() + "\"\n\n\n"
                + "def login(user, password):\n"
                + "    # In a real application you would check the password here\n"
                + "    return requests.get(\"https://api.github.com/user\", headers={\"Authorization\": TOKEN})\n";
    }

    /** Shaped as a GitHub token, with the checksum that makes one valid, and nobody's. */
    private static String token() {
        String body = "q7Zr2Xk9Lw4Tn8Vb3Yc6Hd1Jf5Gs0P";
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        StringBuilder checksum = new StringBuilder();
        for (long rest = crc.getValue(); checksum.length() < 6; rest /= 62) {
            checksum.insert(0, ALPHABET.charAt((int) (rest % 62)));
        }
        return "ghp" + "_" + body.substring(0, 30) + checksum;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

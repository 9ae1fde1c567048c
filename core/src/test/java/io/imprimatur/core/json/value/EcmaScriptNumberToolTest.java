package io.imprimatur.core.json.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds our printing of numbers against an ECMAScript engine's own, where Node.js is found. */
class EcmaScriptNumberToolTest {

    private static final String PRINT = """
            const view = new DataView(new ArrayBuffer(8));
            const lines = require('fs').readFileSync(0, 'utf8').split('\\n').filter(line => line);
            process.stdout.write(lines.map(bits => {
              view.setBigUint64(0, BigInt('0x' + bits));
              return String(view.getFloat64(0));
            }).join('\\n'));
            """;

    @Test
    void nodePrintsTheSame(@TempDir Path folder) throws IOException, InterruptedException {
        List<Double> numbers = numbers();
        Path bits = folder.resolve("bits");
        Path printed = folder.resolve("printed");
        Files.write(
                bits,
                numbers.stream()
                        .map(n -> Long.toHexString(Double.doubleToLongBits(n)))
                        .toList());
        Process node;
        try {
            node = new ProcessBuilder("node", "-e", PRINT)
                    .redirectInput(bits.toFile())
                    .redirectOutput(printed.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException absent) {
            if ("required".equals(System.getProperty("imprimatur.tools"))) {
                throw absent;
            }
            System.out.println("SKIPPED nodePrintsTheSame: node is not on the path");
            abort("node is not on the path");
            return;
        }
        assertThat(node.waitFor()).isZero();
        List<String> theirs = Files.readAllLines(printed, StandardCharsets.UTF_8);
        assertThat(theirs).hasSameSizeAs(numbers);
        for (int i = 0; i < theirs.size(); i++) {
            assertThat(EcmaScriptNumber.toString(numbers.get(i)))
                    .as("%a", numbers.get(i))
                    .isEqualTo(theirs.get(i));
        }
    }

    /** All powers of two and of ten with their neighbours, and a fixed choice of others of every size. */
    private static List<Double> numbers() {
        List<Double> numbers = new ArrayList<>();
        for (int exponent = Double.MIN_EXPONENT - 52; exponent <= Double.MAX_EXPONENT; exponent++) {
            addWithNeighbours(Math.scalb(1.0, exponent), numbers);
        }
        for (int exponent = -323; exponent <= 308; exponent++) {
            addWithNeighbours(Double.parseDouble("1e" + exponent), numbers);
        }
        Random random = new Random(8785);
        for (int i = 0; i < 20_000; i++) {
            numbers.add(Double.longBitsToDouble(random.nextLong()));
            numbers.add(random.nextInt(1_000_000) / 1000.0);
            numbers.add((double) random.nextLong());
        }
        numbers.removeIf(number -> !Double.isFinite(number));
        return numbers;
    }

    private static void addWithNeighbours(double number, List<Double> numbers) {
        numbers.addAll(List.of(Math.nextDown(number), number, Math.nextUp(number), -number));
    }
}

package io.imprimatur.samples.gate;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One run of the gate, and what it let out. */
record GateRun(int status, String out, String err) {
    String all() {
        return out + err;
    }

    /** As a process of its own, its output piped. */
    static GateRun process(String... arguments) throws IOException {
        return of(new ProcessBuilder(command(arguments)));
    }

    /** In this JVM, where a start costs nothing. */
    static GateRun here(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = GateCli.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new GateRun(status, out.toString(), err.toString());
    }

    /** The words that start the gate. */
    static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                GateCli.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    static GateRun of(ProcessBuilder builder) throws IOException {
        Path err = Files.createTempFile("imprimatur-test", ".err");
        try {
            Process process = builder.redirectError(err.toFile()).start();
            process.getOutputStream().close();
            String out;
            try (InputStream stream = process.getInputStream()) {
                out = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            }
            return new GateRun(process.waitFor(), out, Files.readString(err));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        } finally {
            Files.delete(err);
        }
    }
}

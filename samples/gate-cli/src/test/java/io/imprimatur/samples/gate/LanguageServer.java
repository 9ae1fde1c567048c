package io.imprimatur.samples.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A language server as editors start it: it speaks the Language Server Protocol on standard input and output. */
final class LanguageServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final OutputStream out;
    private final InputStream in;
    private int requests;

    private LanguageServer(Process process) {
        this.process = process;
        out = process.getOutputStream();
        in = process.getInputStream();
    }

    /** Starts one; it is stopped after a minute, whatever it does. */
    static LanguageServer start(String program) throws IOException {
        Process process = new ProcessBuilder(program, "--stdio")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        CompletableFuture.delayedExecutor(1, TimeUnit.MINUTES).execute(process::destroyForcibly);
        LanguageServer server = new LanguageServer(process);
        server.ask("initialize", "{\"processId\": null, \"rootUri\": null, \"capabilities\": {}}");
        server.tell("initialized", "{}");
        return server;
    }

    void open(Path file, String text) throws IOException {
        ObjectNode document = JSON.createObjectNode();
        document.putObject("textDocument")
                .put("uri", file.toUri().toString())
                .put("languageId", "yaml")
                .put("version", 1)
                .put("text", text);
        tell("textDocument/didOpen", document.toString());
    }

    /** What it offers at a place of a file that is open. */
    JsonNode completion(Path file, int line, int character) throws IOException {
        ObjectNode place = JSON.createObjectNode();
        place.putObject("textDocument").put("uri", file.toUri().toString());
        place.putObject("position").put("line", line).put("character", character);
        return ask("textDocument/completion", place.toString()).path("items");
    }

    /** What it marks in a file that is open. */
    JsonNode diagnostics(Path file) throws IOException {
        String uri = file.toUri().toString();
        return await(message -> message.path("method").asText().equals("textDocument/publishDiagnostics")
                        && message.at("/params/uri").asText().equals(uri)
                        && !message.at("/params/diagnostics").isEmpty())
                .at("/params/diagnostics");
    }

    private JsonNode ask(String method, String parameters) throws IOException {
        int id = ++requests;
        send("{\"jsonrpc\": \"2.0\", \"id\": " + id + ", \"method\": \"" + method + "\", \"params\": " + parameters
                + "}");
        return await(message -> !message.has("method") && message.path("id").asInt() == id)
                .path("result");
    }

    private void tell(String method, String parameters) throws IOException {
        send("{\"jsonrpc\": \"2.0\", \"method\": \"" + method + "\", \"params\": " + parameters + "}");
    }

    private JsonNode await(Predicate<JsonNode> wanted) throws IOException {
        while (true) {
            JsonNode message = receive();
            if (wanted.test(message)) {
                return message;
            }
            if (message.path("method").asText().equals("workspace/configuration")) {
                // Of its settings this one alone: no schema is fetched from anywhere.
                send(
                        "{\"jsonrpc\": \"2.0\", \"id\": " + message.path("id")
                                + ", \"result\": [{\"schemaStore\": {\"enable\": false}, \"validate\": true}, null, null, null]}");
            } else if (message.has("method") && message.has("id")) {
                send("{\"jsonrpc\": \"2.0\", \"id\": " + message.path("id") + ", \"result\": null}");
            }
        }
    }

    private void send(String message) throws IOException {
        byte[] content = message.getBytes(StandardCharsets.UTF_8);
        out.write(("Content-Length: " + content.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(content);
        out.flush();
    }

    private JsonNode receive() throws IOException {
        int length = 0;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.startsWith("Content-Length: ")) {
                length = Integer.parseInt(header.substring("Content-Length: ".length()));
            }
        }
        return JSON.readTree(in.readNBytes(length));
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the language server has ended");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

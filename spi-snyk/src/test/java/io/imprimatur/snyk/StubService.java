package io.imprimatur.snyk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/** A service on this machine that answers the CLI in the place of Snyk's, by as much of HTTP as it takes. */
final class StubService implements AutoCloseable {
    /** What was asked; the names of headers are in lower case. */
    record Request(String method, String path, Map<String, String> headers, String body) {
        boolean isTest() {
            return path.contains("/test-dep-graph");
        }

        boolean isAboutCode() {
            return path.contains("/sast") || path.matches("/(filters|bundle|analysis).*");
        }
    }

    /** What is answered; status 0 for no answer at all, as long as the service is there. */
    record Reply(int status, String type, String body) {
        static final Reply NEVER = new Reply(0, "", "");

        static Reply json(int status, String body) {
            return new Reply(status, "application/json", body);
        }
    }

    private final ServerSocket socket;
    private final Function<Request, Reply> answers;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    /** A service that answers tests of projects and of code so, and everything else as a service does that has no wishes. */
    StubService(Function<Request, Reply> answers) throws IOException {
        this.answers = answers;
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread listener = new Thread(this::listen, "stub-service");
        listener.setDaemon(true);
        listener.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/api/v1");
    }

    List<Request> requests() {
        return requests;
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                open.add(connection);
                Thread one = new Thread(() -> serve(connection), "stub-connection");
                one.setDaemon(true);
                one.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            for (Request request = read(in); request != null; request = read(in)) {
                requests.add(request);
                Reply reply = request.isTest() || request.isAboutCode()
                        ? answers.apply(request)
                        : Reply.json(200, "{\"ok\":false}");
                if (reply.status() == 0) {
                    in.read(); // until the other side is gone
                    return;
                }
                write(connection.getOutputStream(), reply);
            }
        } catch (IOException gone) {
            // whoever asked does not want to know any more
        }
    }

    private static Request read(InputStream in) throws IOException {
        String[] first = line(in).split(" ");
        if (first.length < 2) {
            return null;
        }
        Map<String, String> headers = new TreeMap<>();
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        if ("chunked".equals(headers.get("transfer-encoding"))) {
            body = chunks(in);
        }
        if ("gzip".equals(headers.get("content-encoding"))) {
            body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
        }
        return new Request(first[0], first[1], headers, new String(body, UTF_8));
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            all.write(in.readNBytes(size));
            line(in);
        }
        line(in);
        return all.toByteArray();
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            line.write(b);
        }
        return line.toString(UTF_8).stripTrailing();
    }

    private static void write(OutputStream out, Reply reply) throws IOException {
        byte[] body = reply.body().getBytes(UTF_8);
        String head = "HTTP/1.1 " + reply.status() + " Stub\r\nContent-Type: " + reply.type() + "\r\nContent-Length: "
                + body.length + "\r\n\r\n";
        out.write(head.getBytes(UTF_8));
        out.write(body);
        out.flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket connection : open) {
                connection.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

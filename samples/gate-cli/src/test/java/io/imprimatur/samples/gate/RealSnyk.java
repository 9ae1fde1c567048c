package io.imprimatur.samples.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import io.imprimatur.core.tool.SearchPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/** The real CLI, where {@code -Dimprimatur.snyk} names its script, and a service for it on this machine. */
final class RealSnyk implements AutoCloseable {
    private static final String META = "\"meta\": {\"isPrivate\": true, \"isLicensesEnabled\": false, \"policy\": \"\","
            + " \"ignoreSettings\": null, \"org\": \"acme\"}";
    private static final String CLEAN =
            "{\"result\": {\"affectedPkgs\": {}, \"issuesData\": {}, \"remediation\": null}, " + META + "}";
    private static final String VULNERABLE = """
            {"result": {
              "affectedPkgs": {"lodash@4.17.15": {"pkg": {"name": "lodash", "version": "4.17.15"}, "issues": {
                "SNYK-JS-LODASH-1040724": {"issueId": "SNYK-JS-LODASH-1040724", "fixInfo": {
                  "isPatchable": false, "upgradePaths": []}}}}},
              "issuesData": {"SNYK-JS-LODASH-1040724": {"id": "SNYK-JS-LODASH-1040724", "title": "Command Injection",
                "severity": "high", "identifiers": {"CVE": ["CVE-2021-23337"], "CWE": ["CWE-78"]}, "packageName": "lodash",
                "packageManager": "npm", "language": "js", "fixedIn": ["4.17.21"], "semver": {"vulnerable": ["<4.17.21"]},
                "patches": [], "credit": [], "references": [], "description": ""}},
              "remediation": null}, %s}
            """.formatted(META);

    private final HttpServer service;

    private RealSnyk(HttpServer service) {
        this.service = service;
    }

    /** Without it the test is skipped, or fails where tools are required. */
    static Path require() {
        String program = System.getProperty("imprimatur.snyk", "");
        if (!program.isEmpty() && Files.isRegularFile(Path.of(program)) && node() != null) {
            return Path.of(program);
        }
        String reason = "no script at -Dimprimatur.snyk, or no node: npm i --ignore-scripts snyk@1.1307.4";
        if ("required".equals(System.getProperty("imprimatur.tools"))) {
            throw new AssertionError(reason);
        }
        System.out.println("SKIPPED: " + reason);
        return Assumptions.abort(reason);
    }

    private static Path node() {
        return SearchPath.of(System.getenv().getOrDefault("PATH", ""))
                .find("node")
                .orElse(null);
    }

    /** A program of the name {@code snyk} in a folder, which starts the script. */
    static Path launcher(Path folder, Path script) throws IOException {
        Path launcher = Files.writeString(
                Files.createDirectories(folder).resolve("snyk"), "#!/bin/sh\nexec node '" + script + "' \"$@\"\n");
        return Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Where node is. */
    static String path() {
        return node().getParent() + ":/usr/bin:/bin";
    }

    /** A service that knows one vulnerability, of lodash. */
    static RealSnyk service() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] sent = exchange.getRequestBody().readAllBytes();
            boolean test = exchange.getRequestURI().getPath().endsWith("/test-dep-graph");
            String asked =
                    test ? new String(new GZIPInputStream(new ByteArrayInputStream(sent)).readAllBytes(), UTF_8) : "";
            String answer = !test ? "{\"ok\": false}" : asked.contains("lodash") ? VULNERABLE : CLEAN;
            byte[] bytes = answer.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        return new RealSnyk(server);
    }

    String endpoint() {
        return "http://127.0.0.1:" + service.getAddress().getPort() + "/api/v1";
    }

    @Override
    public void close() {
        service.stop(0);
    }
}

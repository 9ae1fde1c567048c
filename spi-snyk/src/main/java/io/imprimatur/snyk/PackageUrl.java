package io.imprimatur.snyk;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Package URLs (purl-spec) of packages as Snyk names them. */
final class PackageUrl {
    private PackageUrl() {}

    /**
     * The URL of a package.
     *
     * @param manager what manages it, for example {@code npm} or {@code debian:10}, or else its language; may be empty
     * @param name as Snyk writes it: {@code @scope/name}, {@code group:artifact}, {@code source/binary}
     */
    static String of(String manager, String name, @Nullable String version) {
        String[] system = manager.toLowerCase(Locale.ROOT).split(":", 2);
        String path = switch (system[0]) {
            case "npm", "yarn", "pnpm", "js", "javascript" -> plain("npm", name);
            case "maven", "gradle", "sbt", "java", "scala" -> plain("maven", name.replace(':', '/'));
            case "pip", "pipenv", "poetry", "python" ->
                plain("pypi", name.toLowerCase(Locale.ROOT).replace('_', '-'));
            case "rubygems", "ruby" -> plain("gem", name);
            case "composer", "php" -> plain("composer", name.toLowerCase(Locale.ROOT));
            case "nuget", "paket", "dotnet" -> plain("nuget", name);
            case "gomodules", "golang", "golangdep", "govendor", "go" -> plain("golang", name);
            case "cocoapods", "swift", "hex", "cargo", "pub" -> plain(system[0], name);
            case "apk", "alpine", "wolfi", "chainguard" -> plain("apk", distribution(system, "alpine") + binary(name));
            case "deb", "debian", "ubuntu" -> plain("deb", distribution(system, "debian") + binary(name));
            case "rpm", "rhel", "centos", "rocky", "amzn", "oracle", "sles", "fedora" ->
                plain("rpm", distribution(system, "redhat") + binary(name));
            default -> plain("generic", name.replace(':', '/'));
        };
        return version == null || version.isBlank() ? path : path + "@" + encode(version);
    }

    private static String distribution(String[] system, String usual) {
        boolean named = !List.of("apk", "deb", "rpm").contains(system[0]);
        return (named ? system[0] : usual) + "/";
    }

    /** Of {@code source/binary} the package that is installed. */
    private static String binary(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private static String plain(String type, String name) {
        return "pkg:" + type + "/"
                + Arrays.stream(name.split("/", -1))
                        .filter(segment -> !segment.isBlank())
                        .map(PackageUrl::encode)
                        .collect(Collectors.joining("/"));
    }

    private static String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length());
        for (byte b : text.strip().getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (b & 0xff);
            boolean stays = (character >= 'a' && character <= 'z')
                    || (character >= 'A' && character <= 'Z')
                    || (character >= '0' && character <= '9')
                    || ".-_~:".indexOf(character) >= 0;
            encoded.append(stays ? String.valueOf(character) : String.format(Locale.ROOT, "%%%02X", b & 0xff));
        }
        return encoded.toString();
    }
}

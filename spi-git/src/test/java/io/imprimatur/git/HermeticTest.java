package io.imprimatur.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing of a repository is run, nothing is written into it, nothing outside is read. */
class HermeticTest {
    @TempDir
    Path directory;

    private RealGit git;

    /** A repository that would run a program at every occasion that git has. */
    @BeforeEach
    void trap() throws IOException {
        RealGit.require();
        git = RealGit.init(directory.resolve("r"));
        git.write("a.txt", "1\n")
                .write("b.bin", "1\n")
                .write("moved", "1\n2\n3\n")
                .commit("one");
        git.run("mv", "moved", "away");
        git.write("a.txt", "2\n").commit("two");
        git.write(".gitattributes", "* filter=trap diff=trap merge=trap\n")
                .write("a.txt", "3\n")
                .write("c", "new\n");
        Path program = Files.writeString(directory.resolve("program"), "#!/bin/sh\ntouch " + ran() + "\ncat\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        Path included = Files.writeString(directory.resolve("included"), "[core]\n\tpager = cat\n");
        Files.writeString(git.directory().resolve(".git/config"), """
                [core]
                \trepositoryformatversion = 0
                \tfsmonitor = PROGRAM
                \thooksPath = DIRECTORY
                \tpager = PROGRAM
                \tsshCommand = PROGRAM
                \tattributesFile = INCLUDED
                \texcludesFile = INCLUDED
                [diff "trap"]
                \ttextconv = PROGRAM
                \tcommand = PROGRAM
                [filter "trap"]
                \tclean = PROGRAM
                \tsmudge = PROGRAM
                \tprocess = PROGRAM
                \trequired = true
                [include]
                \tpath = INCLUDED
                [extensions]
                \tpartialClone = origin
                [remote "origin"]
                \tpromisor = true
                \turl = ext::PROGRAM
                \tuploadpack = PROGRAM
                """.replace("PROGRAM", program.toString())
                .replace("INCLUDED", included.toString())
                .replace("DIRECTORY", directory.toString()));
    }

    private Path ran() {
        return directory.resolve("ran");
    }

    static void readEverything(Path repository) {
        try (GitRepository read = GitRepository.open(repository)) {
            for (ChangeSelection selection : List.of(
                    ChangeSelection.commit("HEAD"),
                    ChangeSelection.range("HEAD~1", "main"),
                    ChangeSelection.staged(),
                    ChangeSelection.workingTree())) {
                GitChange change = read.change("trap", selection);
                change.content()
                        .head()
                        .paths()
                        .forEach(path -> change.content().head().read(path, 1 << 20));
                change.target().paths();
            }
        }
    }

    @Test
    void nothingIsRunAndNothingIsWritten() throws IOException {
        Map<String, String> before = listing();

        readEverything(git.directory());

        assertThat(listing()).isEqualTo(before);
        assertThat(ran()).doesNotExist();
    }

    private Map<String, String> listing() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.toList()) {
                BasicFileAttributes attributes =
                        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                String content =
                        attributes.isRegularFile() ? java.util.Arrays.hashCode(Files.readAllBytes(path)) + "" : "";
                files.put(path.toString(), attributes.lastModifiedTime() + " " + attributes.size() + " " + content);
            }
        }
        return files;
    }

    /** Run in a JVM of its own, whose system calls are watched. */
    static final class Program {
        public static void main(String[] arguments) {
            // Everything after this path was asked for is ours, not the start of the virtual machine.
            Files.exists(Path.of("/imprimatur-begins"));
            readEverything(Path.of(arguments[0]));
            Files.exists(Path.of("/imprimatur-ends"));
        }
    }

    @Test
    void theOperatingSystemSeesNoProgramStartedAndNoFileOpenedOutside() throws Exception {
        RealGit.require("strace", "-V");
        Path trace = directory.resolve("trace");
        Path home = Files.createDirectories(directory.resolve("home"));
        List<String> command = new ArrayList<>(List.of(
                "strace",
                "-f",
                "-qq",
                "-s",
                "4096",
                "-o",
                trace.toString(),
                "-e",
                "trace=execve,openat,open,creat,mkdir,rename,unlink,access,faccessat,stat,statx,newfstatat,connect"));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-Duser.home=" + home,
                "-cp",
                String.join(java.io.File.pathSeparator, classPath()),
                Program.class.getName(),
                git.directory().toString()));
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("HOME", home.toString());

        assertThat(builder.start().waitFor()).isZero();

        List<String> lines = Files.readAllLines(trace, java.nio.charset.StandardCharsets.ISO_8859_1);
        int begin = indexOf(lines, "/imprimatur-begins");
        int end = indexOf(lines, "/imprimatur-ends");
        List<String> ours = lines.subList(begin + 1, end);
        assertThat(ours).hasSizeGreaterThan(20);
        assertThat(ours.stream().filter(line -> line.contains("execve("))).isEmpty();
        assertThat(ours.stream().filter(line -> line.contains("connect("))).isEmpty();
        List<String> opened = opened(ours);
        assertThat(opened).anyMatch(path -> path.endsWith("/.git/HEAD"));
        assertThat(opened.stream().filter(path -> !isAllowed(path))).isEmpty();
        assertThat(ours.stream()
                        .filter(line -> Pattern.compile("O_(WRONLY|RDWR|CREAT)|mkdir\\(|rename\\(|unlink\\(")
                                .matcher(line)
                                .find()))
                .isEmpty();
        assertThat(home).isEmptyDirectory();
        assertThat(ran()).doesNotExist();
    }

    private static int indexOf(List<String> lines, String mark) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(mark)) {
                return i;
            }
        }
        throw new AssertionError("no " + mark);
    }

    private static List<String> opened(List<String> lines) {
        Pattern open = Pattern.compile("open(?:at)?\\((?:AT_FDCWD, )?\"([^\"]*)\"");
        List<String> paths = new ArrayList<>();
        for (String line : lines) {
            Matcher matcher = open.matcher(line);
            if (matcher.find() && !line.contains("ENOENT")) {
                paths.add(matcher.group(1));
            }
        }
        return paths;
    }

    private boolean isAllowed(String path) {
        return path.startsWith(git.directory() + "/")
                || path.equals(git.directory().toString())
                || path.startsWith(System.getProperty("java.home"))
                // How much memory and how many processors there are, which the virtual machine asks now and then.
                || path.startsWith("/sys/fs/cgroup/")
                || path.startsWith("/proc/sys/vm/")
                || path.startsWith("/proc/self/")
                // Its library of channels is loaded together with that of sockets.
                || path.equals("/proc/net/if_inet6")
                // Its providers of hashes come with one of random numbers.
                || path.equals("/dev/random")
                || path.equals("/dev/urandom")
                || classPath().stream().anyMatch(path::startsWith);
    }

    /** The classes of this module and of those that it needs, each where it was loaded from. */
    private static List<String> classPath() {
        return Stream.of(
                        HermeticTest.class,
                        GitRepository.class,
                        io.imprimatur.change.Change.class,
                        org.eclipse.jgit.lib.ObjectId.class,
                        org.slf4j.Logger.class,
                        org.junit.jupiter.api.Test.class,
                        org.junit.platform.commons.annotation.Testable.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .map(location ->
                        Path.of(java.net.URI.create(location.toString())).toString())
                .distinct()
                .toList();
    }
}

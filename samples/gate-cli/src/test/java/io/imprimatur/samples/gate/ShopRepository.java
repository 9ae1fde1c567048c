package io.imprimatur.samples.gate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A repository with one commit on main, and a change to judge on the branch topic. */
final class ShopRepository {
    private final Path folder;
    private final DemoRepository repository;
    private String base;

    private ShopRepository(Path folder, DemoRepository repository, String base) {
        this.folder = folder;
        this.repository = repository;
        this.base = base;
    }

    static ShopRepository in(Path folder) throws IOException {
        DemoRepository repository = DemoRepository.create(folder);
        ShopRepository shop = new ShopRepository(folder, repository, "");
        shop.start(Map.of("a.txt", "one\n"));
        return shop;
    }

    /** Begins main anew with these files. */
    void start(Map<String, String> files) throws IOException {
        base = repository.commit("Start", null, files);
        repository.branch("main", base);
    }

    /** Gives it a remote that has main, as it begins, in these branches, as they stand after a fetch. */
    void elsewhere(String... branches) throws IOException {
        Path git = folder.resolve(".git");
        Files.writeString(
                git.resolve("config"),
                "[remote \"origin\"]\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        for (String branch : branches) {
            Path ref = git.resolve("refs/remotes/origin").resolve(branch);
            Files.createDirectories(ref.getParent());
            Files.writeString(ref, base + "\n");
        }
    }

    /** Puts a change on the branch topic: these are all its files. */
    void change(Map<String, String> files) throws IOException {
        change("Change", files);
    }

    void change(String message, Map<String, String> files) throws IOException {
        repository.branch("topic", repository.commit(message, base, files));
    }

    /** The arguments that judge the change. */
    String[] check(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("check", "--repo", folder.toString(), "--base", "main", "--head", "topic"));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }
}

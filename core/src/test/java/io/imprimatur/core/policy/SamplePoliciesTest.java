package io.imprimatur.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.core.handbook.Handbook;
import io.imprimatur.core.policy.lint.PolicyLint;
import io.imprimatur.core.policy.shape.Key;
import io.imprimatur.core.policy.shape.Shape;
import io.imprimatur.core.policy.shape.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SamplePoliciesTest {
    @Test
    void thereIsOneForEachKindOfOrganisation() {
        assertThat(folders())
                .extracting(folder -> folder.getFileName().toString())
                .contains("agent-platform", "bank", "health", "open-source", "start-up");
    }

    @ParameterizedTest
    @MethodSource("folders")
    void eachIsReadAndShortEnoughToBeRead(Path folder) {
        assertThat(SamplePolicies.policy(folder).rules())
                .hasSizeGreaterThan(8)
                .allSatisfy(rule -> assertThat(rule.because()).as(rule.id()).isNotNull());
        assertThat(SamplePolicies.text(folder).lines().count()).isLessThanOrEqualTo(150);
    }

    @ParameterizedTest
    @MethodSource("folders")
    void nothingIsToBeRemarkedOnAny(Path folder) {
        assertThat(PolicyLint.of(SamplePolicies.policy(folder))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void eachHasItsHandbook(Path folder) throws IOException {
        assertThat(Files.readString(folder.resolve("handbook.md")))
                .as(
                        "write it anew with: imprimatur policy handbook %s/policy.yaml --output %s/handbook.md",
                        folder, folder)
                .isEqualTo(Handbook.markdown(SamplePolicies.policy(folder)));
    }

    @Test
    void togetherTheyUseEveryKeyAndEveryWordOfTheLanguage() {
        Set<String> language = new TreeSet<>();
        learn(Vocabulary.POLICY, "", language);
        assertThat(language).hasSizeGreaterThan(100).contains("finding.cwe", "files.status: copied", "ai.confidence");
        Set<String> used = new TreeSet<>();
        for (Path folder : folders()) {
            use(PlainTree.ofYaml(SamplePolicies.text(folder)).orElseThrow(), Vocabulary.POLICY, "", used);
        }

        language.removeAll(used);
        // What a policy extends is another file, and each of these is to be copied alone.
        language.removeAll(Set.of("policy.extends", "layer.policy", "layer.digest"));
        assertThat(language).as("what no sample uses").isEmpty();
        assertThat(used).contains("sign >=", "sign >", "sign <=", "sign <", "sign =");
    }

    /** The keys that narrow files are the same wherever they stand. */
    private static String name(Shape.Mapping mapping, Key key) {
        return (Vocabulary.FILTER.contains(key) ? "files" : mapping.name()) + "." + key.name();
    }

    /** Every key of a shape, and every word that may stand under one. */
    private static void learn(Shape shape, String key, Set<String> language) {
        if (shape instanceof Shape.Mapping mapping) {
            for (Key each : mapping.keys()) {
                String name = name(mapping, each);
                if (language.add(name)) {
                    learn(each.shape(), name, language);
                }
            }
        } else if (shape instanceof Shape.Choice choice) {
            choice.words().forEach(word -> language.add(key + ": " + word));
        } else if (shape instanceof Shape.Several several) {
            learn(several.item(), key, language);
        } else if (shape instanceof Shape.Listed listed) {
            learn(listed.item(), key, language);
        } else if (shape instanceof Shape.ById map) {
            learn(map.value(), key, language);
        } else if (shape instanceof Shape.Either either) {
            either.shapes().forEach(each -> learn(each, key, language));
        }
    }

    /** The keys and words of a shape that a tree uses. */
    private static void use(Object tree, Shape shape, String key, Set<String> used) {
        if (shape instanceof Shape.Mapping mapping && tree instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                Key each = mapping.key((String) name);
                used.add(name(mapping, each));
                use(value, each.shape(), name(mapping, each), used);
            });
        } else if (shape instanceof Shape.Inner) {
            use(tree, Vocabulary.CONDITION, key, used);
        } else if (shape instanceof Shape.Several several) {
            (tree instanceof List<?> list ? list : List.of(tree)).forEach(item -> use(item, several.item(), key, used));
        } else if (shape instanceof Shape.Listed listed && tree instanceof List<?> list) {
            list.forEach(item -> use(item, listed.item(), key, used));
        } else if (shape instanceof Shape.ById byId && tree instanceof Map<?, ?> map) {
            map.values().forEach(value -> use(value, byId.value(), key, used));
        } else if (shape instanceof Shape.Either either) {
            either.shapes().stream()
                    .filter(each -> each instanceof Shape.Mapping == tree instanceof Map)
                    .forEach(each -> use(tree, each, key, used));
        } else if (shape instanceof Shape.Choice choice && choice.words().contains(tree)) {
            used.add(key + ": " + tree);
        } else if (shape instanceof Shape.Text && tree instanceof String text && text.matches("[<>=].*")) {
            used.add("sign " + text.replaceFirst("^([<>=]+).*", "$1"));
        }
    }

    static List<Path> folders() {
        return SamplePolicies.folders();
    }
}

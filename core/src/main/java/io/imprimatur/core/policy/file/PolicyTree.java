package io.imprimatur.core.policy.file;

import io.imprimatur.core.json.value.JsonValue;
import io.imprimatur.core.json.value.JsonValue.JsonArray;
import io.imprimatur.core.json.value.JsonValue.JsonBoolean;
import io.imprimatur.core.json.value.JsonValue.JsonInteger;
import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.core.json.value.JsonValue.JsonString;
import io.imprimatur.core.policy.shape.Vocabulary;
import io.imprimatur.policy.Durations;
import io.imprimatur.policy.Effect;
import io.imprimatur.policy.Enforcement;
import io.imprimatur.policy.OnUnknown;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.Requirement;
import io.imprimatur.policy.Role;
import io.imprimatur.policy.Rule;
import io.imprimatur.policy.SignOff;
import io.imprimatur.policy.WaiverTerms;
import io.imprimatur.provenance.Silence;
import io.imprimatur.scan.ScannerSettings;
import java.util.List;
import java.util.Map;

/** A policy as a tree of JSON, in the structure of its file; what is as it would be anyway is left out, and what it extends is part of it. */
public final class PolicyTree {
    private PolicyTree() {}

    /** The one spelling of a policy. */
    public static JsonObject of(Policy policy) {
        JsonObject.Builder tree = JsonObject.builder()
                .put("schema", Vocabulary.FORMAT)
                .put("policy", policy.name())
                .put("version", policy.version())
                .putIfPresent("description", policy.description());
        if (policy.silence() == Silence.HUMAN) {
            tree.put(
                    "assume",
                    JsonObject.builder()
                            .put("silence-about-authorship", "human")
                            .build());
        }
        if (!policy.scanners().isEmpty()) {
            tree.put("scanners", scanners(policy.scanners()));
        }
        if (!policy.roles().isEmpty()) {
            tree.put("roles", roles(policy.roles()));
        }
        if (!policy.topics().isEmpty()) {
            JsonObject.Builder topics = JsonObject.builder();
            policy.topics().forEach((topic, globs) -> topics.put(topic, ConditionTree.texts(globs)));
            tree.put("topics", topics.build());
        }
        if (!policy.freezes().isEmpty()) {
            JsonObject.Builder freezes = JsonObject.builder();
            policy.freezes().forEach(freeze -> freezes.put(freeze.id(), FreezeTree.of(freeze)));
            tree.put("freezes", freezes.build());
        }
        WaiverTerms waivers = policy.waivers();
        if (waivers != null) {
            tree.put(
                    "waivers",
                    JsonObject.builder()
                            .put("by", waivers.by())
                            .put("longest", Durations.text(waivers.longest()))
                            .build());
        }
        tree.put("rules", JsonArray.of(policy.rules(), PolicyTree::rule));
        if (!policy.signOffs().isEmpty()) {
            tree.put("signed-off", JsonArray.of(policy.signOffs(), PolicyTree::signOff));
        }
        return tree.build();
    }

    private static JsonObject scanners(Map<String, Map<String, ScannerSettings.Setting>> scanners) {
        JsonObject.Builder tree = JsonObject.builder();
        scanners.forEach((id, settings) -> {
            JsonObject.Builder section = JsonObject.builder();
            settings.forEach((key, setting) -> section.put(
                    key,
                    setting.isList()
                            ? JsonArray.of(setting.values(), PolicyTree::scalar)
                            : scalar(setting.values().get(0))));
            tree.put(id, section.build());
        });
        return tree.build();
    }

    /** A setting as people would write it: without quotes where it reads back the same. */
    private static JsonValue scalar(String text) {
        if (text.equals("true") || text.equals("false")) {
            return new JsonBoolean(text.equals("true"));
        }
        boolean whole = text.length() <= 15 && Percent.isDigits(text) && (text.length() == 1 || text.charAt(0) != '0');
        return whole ? new JsonInteger(Long.parseLong(text)) : new JsonString(text);
    }

    private static JsonObject roles(List<Role> roles) {
        JsonObject.Builder tree = JsonObject.builder();
        for (Role role : roles) {
            tree.put(
                    role.id(),
                    JsonObject.builder()
                            .put("members", JsonArray.of(role.members(), JsonString::new))
                            .build());
        }
        return tree.build();
    }

    private static JsonObject signOff(SignOff signOff) {
        return JsonObject.builder()
                .put("by", signOff.by())
                .put("role", signOff.role())
                .put("digest", "sha256:" + signOff.digest().hex())
                .build();
    }

    private static JsonObject rule(Rule rule) {
        JsonObject.Builder tree = JsonObject.builder()
                .put("id", rule.id())
                .put("when", ConditionTree.of(rule.when()))
                .put("then", effect(rule.then()));
        if (!rule.obligations().isEmpty()) {
            tree.put("oblige", JsonArray.of(rule.obligations(), ObligationTree::of));
        }
        if (rule.enforcement() != Enforcement.ENFORCE) {
            tree.put("enforcement", rule.enforcement().id());
        }
        if (rule.onUnknown() == OnUnknown.REVIEW) {
            tree.put("on-unknown", "review");
        }
        if (rule.hard()) {
            tree.put("hard", true);
        }
        if (!rule.controls().isEmpty()) {
            tree.put("controls", ConditionTree.texts(rule.controls()));
        }
        return tree.putIfPresent("because", rule.because()).build();
    }

    private static JsonValue effect(Effect effect) {
        if (!(effect instanceof Effect.Review review)) {
            return new JsonString(effect instanceof Effect.Block ? "block" : "oblige");
        }
        Requirement requirement = review.requirement();
        if (requirement.compareTo(Requirement.ANYONE) == 0) {
            return new JsonString("review");
        }
        return JsonObject.builder()
                .put("review", RequirementTree.of(requirement))
                .build();
    }
}

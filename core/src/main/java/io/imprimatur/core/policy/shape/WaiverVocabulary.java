package io.imprimatur.core.policy.shape;

import static io.imprimatur.core.policy.shape.Vocabulary.key;
import static io.imprimatur.core.policy.shape.Vocabulary.mapping;
import static io.imprimatur.core.policy.shape.Vocabulary.several;

import io.imprimatur.core.policy.shape.Shape.Choice;
import io.imprimatur.core.policy.shape.Shape.Listed;
import io.imprimatur.core.policy.shape.Shape.Mapping;
import java.util.List;

/** Every key of a file of waivers, and of one that says who approved them. */
public final class WaiverVocabulary {
    /** The version of the format: what the key {@code schema} may say. */
    public static final String FORMAT = "imprimatur/waivers/v1";

    /** The most waivers that a file may have. */
    public static final int MOST = 5_000;

    public static final Mapping WAIVER = mapping(
            "waiver",
            List.of(
                    key("id", Texts.ID, "its name, each once")
                            .required("name the waiver, for example id: key-in-a-fixture"),
                    key("finding", Texts.FINGERPRINT, "the finding that it lifts"),
                    key("content", Texts.DIGEST, "of the file that the finding is in"),
                    key("rule", Texts.ID, "the rule that it lifts"),
                    key("paths", several(Texts.GLOB), "where it lifts the rule"),
                    key("reason", Texts.SENTENCES, "why it is right").required("say why the waiver is right"),
                    key("approver", Texts.NAME, "who agreed")
                            .required("name who agreed, as the policy's role has them"),
                    key("created", Texts.DAY, "from when it counts")
                            .required("say from when, for example created: 2026-11-01"),
                    key("expires", Texts.DAY, "until when it counts")
                            .required("say until when, for example expires: 2027-01-31"),
                    key("evidence", Texts.SENTENCES, "where the review can be seen that let it in")),
            new Need.OneOf(List.of("finding", "rule"), true, "rule: large, with paths beside it"),
            new Need.With("rule", "paths", "say where, for example paths: \"vendor/**\""),
            new Need.Beside("paths", "rule", "must stand beside rule alone", "leave it out"),
            new Need.Beside("content", "finding", "must stand beside finding alone", "leave it out"));

    /** A whole file of waivers. */
    public static final Mapping FILE = mapping(
            "waivers",
            List.of(
                    key("waivers", new Listed(WAIVER, MOST), "exceptions")
                            .required("write waivers: and a list of them, or waivers: [] for none"),
                    key("schema", new Choice(List.of(FORMAT)), "the format of the file")));

    public static final Mapping APPROVAL = mapping(
            "approval",
            List.of(
                    key("waiver", Texts.DIGEST, "which").required("give the digest that policy waivers prints"),
                    key("by", several(Texts.NAME), "who approved it").required("name who approved")));

    /** A whole file that says who approved which waivers. */
    public static final Mapping APPROVALS = mapping(
            "approvals",
            List.of(key("approved", new Listed(APPROVAL, MOST), "the reviews of waivers")
                    .required("write approved: and a list")));

    private WaiverVocabulary() {}
}

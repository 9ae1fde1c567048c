package io.imprimatur.core.policy;

import io.imprimatur.core.json.value.PrettyJson;
import io.imprimatur.core.policy.shape.CaseVocabulary;
import io.imprimatur.core.policy.shape.SchemaTree;
import io.imprimatur.core.policy.shape.Vocabulary;
import io.imprimatur.core.policy.shape.WaiverVocabulary;

/**
 * The structure of files as JSON Schemas (draft 2020-12), for editors and other tools. Each is written from the vocabulary
 * that its reader reads by, JSON for people. Pure and thread-safe.
 */
public final class PolicySchema {
    private static final String WRITTEN =
            "Written from the vocabulary of the reader, by: imprimatur policy schema. It describes the structure of a file. ";

    private PolicySchema() {}

    /**
     * The schema of a policy's file. It accepts and refuses what {@link PolicyReader} does as far as structure goes: types,
     * keys, what must be there, the spelling of values, and where {@code not} may stand. What a name refers to, what must be
     * unique or in order, whether a vulnerability can match a pattern, how much there may be, and how YAML is used, the
     * reader alone checks.
     */
    public static String json() {
        return PrettyJson.text(SchemaTree.of(
                Vocabulary.POLICY,
                Vocabulary.FORMAT,
                "Policy of Imprimatur",
                WRITTEN + "That names are declared and unique, times in order, conditions not too"
                        + " deep or too many, sign-offs for this content, and that YAML is used as it should be, the reader alone"
                        + " checks: imprimatur policy check."));
    }

    /** The schema of the cases of a policy. It accepts all that {@code PolicyCases} reads, and refuses most of the rest. */
    public static String cases() {
        return PrettyJson.text(SchemaTree.of(
                CaseVocabulary.FILE,
                CaseVocabulary.FORMAT,
                "Cases of a policy of Imprimatur",
                WRITTEN
                        + "That rules, roles and freezes are those of the policy, and that what is given is possible, the"
                        + " reader alone checks: imprimatur policy test."));
    }

    /** The schema of a file of waivers. It accepts all that {@link WaiverReader} reads, and refuses most of the rest. */
    public static String waivers() {
        return PrettyJson.text(
                SchemaTree.of(
                        WaiverVocabulary.FILE,
                        WaiverVocabulary.FORMAT,
                        "Waivers of Imprimatur",
                        WRITTEN
                                + "That ids are unique and times in order, the reader alone checks: imprimatur policy waivers."));
    }
}

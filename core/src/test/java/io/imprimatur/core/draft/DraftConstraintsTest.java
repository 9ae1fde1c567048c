package io.imprimatur.core.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.assessment.FactDraft;
import io.imprimatur.change.Digest;
import io.imprimatur.core.arbitrary.DraftValues;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Problem;
import io.imprimatur.finding.FindingDraft;
import io.imprimatur.finding.Fingerprint;
import io.imprimatur.finding.Origin;
import io.imprimatur.provenance.GenerationDraft;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.statistics.Statistics;

/**
 * The constraints on drafts and the strict types agree: a draft breaks none if and only if its strict type accepts it.
 * What the validator cannot know is what spans several fields or needs more than a pattern:
 *
 * <ul>
 *   <li>of a finding: its place (the spelling of the path; lines need a path, columns a line; last not before first)
 *   <li>of a generation: version, provider and region need a model
 *   <li>of a fact: the kind and the size of the value
 * </ul>
 */
class DraftConstraintsTest {
    private static final Constraints CONSTRAINTS = new Constraints();

    @AfterContainer
    static void close() {
        CONSTRAINTS.close();
    }

    @Property(tries = 3000)
    void aFindingIsAcceptedIfAndOnlyIfItBreaksNoConstraint(@ForAll("findings") FindingDraft draft) {
        holds(
                draft,
                () -> FindingRules.finding(draft, "acme", new Fingerprint(Digest.of(new byte[0])), Origin.UNKNOWN),
                () -> FindingRules.location(draft));
    }

    @Property(tries = 2000)
    void aGenerationIsAcceptedIfAndOnlyIfItBreaksNoConstraint(@ForAll("generations") GenerationDraft draft) {
        holds(draft, () -> GenerationRules.generation(draft), () -> GenerationRules.checkModel(draft));
    }

    @Property(tries = 2000)
    void aFactIsAcceptedIfAndOnlyIfItBreaksNoConstraint(@ForAll("facts") FactDraft draft) {
        holds(draft, () -> FactRules.fact(draft), () -> FactRules.value(draft.value()));
    }

    private static void holds(Object draft, Runnable strict, Runnable spanning) {
        List<Problem> violations = CONSTRAINTS.violations(draft);
        boolean accepted = accepts(strict);
        Statistics.label("accepted").collect(accepted);
        assertThat(accepted).as("violations: %s", violations).isEqualTo(violations.isEmpty() && accepts(spanning));
        assertThat(violations)
                .allSatisfy(violation -> assertThat(violation.field()).isNotEmpty());
    }

    private static boolean accepts(Runnable making) {
        try {
            making.run();
            return true;
        } catch (ImprimaturException refused) {
            return false;
        }
    }

    @Provide
    Arbitrary<FindingDraft> findings() {
        return DraftValues.findings();
    }

    @Provide
    Arbitrary<GenerationDraft> generations() {
        return DraftValues.generations();
    }

    @Provide
    Arbitrary<FactDraft> facts() {
        return DraftValues.facts();
    }
}

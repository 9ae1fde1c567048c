package io.imprimatur.core.arbitrary;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.assessment.Assessment;
import io.imprimatur.decision.Decision;
import io.imprimatur.policy.Policy;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The strict types accept what is generated, and quickly enough to be used everywhere. */
class ArbitrariesTest {
    @Property(tries = 200)
    void assessmentsAreMade(@ForAll("assessments") Assessment assessment) {
        assertThat(assessment.reports()).hasSizeLessThanOrEqualTo(3);
    }

    @Property(tries = 200)
    void policiesAreMade(@ForAll("policies") Policy policy) {
        assertThat(policy.rules()).hasSizeLessThanOrEqualTo(5);
    }

    @Property(tries = 200)
    void decisionsAreMade(@ForAll("decisions") Decision decision) {
        assertThat(decision.fired()).hasSizeLessThanOrEqualTo(4);
    }

    @Provide
    Arbitrary<Assessment> assessments() {
        return Assessments.any();
    }

    @Provide
    Arbitrary<Policy> policies() {
        return Policies.any();
    }

    @Provide
    Arbitrary<Decision> decisions() {
        return Decisions.any();
    }
}

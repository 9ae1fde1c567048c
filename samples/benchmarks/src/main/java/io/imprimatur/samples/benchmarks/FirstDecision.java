package io.imprimatur.samples.benchmarks;

import io.imprimatur.core.Gate;
import io.imprimatur.decision.Decision;
import io.imprimatur.decision.PolicyOrigin;
import io.imprimatur.policy.Policy;

/** From nothing to a decision: a gate under a policy from the builder, or with the argument {@code yaml} from YAML. */
final class FirstDecision {
    private FirstDecision() {}

    public static void main(String[] arguments) {
        boolean yaml = arguments.length > 0 && arguments[0].equals("yaml");
        Policy policy = yaml ? SamplePolicy.read() : SamplePolicy.built();
        try (Gate gate = Gate.builder()
                .policy(policy, new PolicyOrigin.Caller("benchmarks"))
                .build()) {
            Decision decision =
                    gate.check(SampleChange.of(3), SampleChange.CONTENT).decision();
            System.out.println(decision.verdict() + " " + decision.subject() + " "
                    + decision.unblock().ways().size());
        }
    }
}

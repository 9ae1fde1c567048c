package io.imprimatur.core.policy;

import io.imprimatur.policy.ChangeCondition;
import io.imprimatur.policy.Effect;
import io.imprimatur.policy.Glob;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.Requirement;
import io.imprimatur.policy.Rule;
import java.util.List;

/** The rules that stand beside those of every policy, and that no policy can take away. */
public final class BuiltInRules {
    /** A change that touches what changes are judged by goes to a person, whatever the policy says. */
    public static final Rule JUDGE_CHANGED = Rule.of(
                    Policy.RESERVED + ".judge-changed",
                    ChangeCondition.Files.in(List.of(new Glob(".imprimatur/**"), new Glob("**/CODEOWNERS"))),
                    new Effect.Review(Requirement.ANYONE))
            .because("The change touches what changes are judged by: the policy, its baselines and waivers, or who owns"
                    + " what. It was judged by what stands on the target branch, and a person must agree to the new.");

    /** All of them, in a fixed order. */
    public static final List<Rule> ALL = List.of(JUDGE_CHANGED);

    private BuiltInRules() {}
}

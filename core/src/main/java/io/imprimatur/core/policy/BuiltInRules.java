package io.imprimatur.core.policy;

import io.imprimatur.policy.Rule;
import java.util.List;

public final class BuiltInRules {
    public static final List<Rule> ALL = List.of();

    private BuiltInRules() {}
}

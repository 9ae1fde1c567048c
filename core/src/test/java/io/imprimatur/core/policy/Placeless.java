package io.imprimatur.core.policy;

import io.imprimatur.error.Position;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.Rule;
import io.imprimatur.scan.ScannerSettings.Setting;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Policies without the places that they were read from, so that they can be compared. */
final class Placeless {
    private Placeless() {}

    static Policy of(Policy policy) {
        Map<String, Map<String, Setting>> scanners = new TreeMap<>(policy.scanners());
        scanners.replaceAll((id, settings) -> {
            Map<String, Setting> without = new TreeMap<>(settings);
            without.replaceAll((key, setting) -> new Setting(setting.values(), setting.isList(), Position.NONE));
            return without;
        });
        List<Rule> rules = policy.rules().stream()
                .map(rule -> new Rule(
                        rule.id(),
                        rule.when(),
                        rule.then(),
                        rule.enforcement(),
                        rule.onUnknown(),
                        rule.because(),
                        Position.NONE))
                .toList();
        return new Policy(
                policy.name(),
                policy.version(),
                policy.description(),
                policy.silence(),
                scanners,
                policy.roles(),
                rules);
    }
}

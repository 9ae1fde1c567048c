package io.imprimatur.core.policy;

import io.imprimatur.error.Position;
import io.imprimatur.policy.Policy;
import io.imprimatur.scan.ScannerSettings.Setting;
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
        return new Policy(
                policy.name(),
                policy.version(),
                policy.description(),
                policy.silence(),
                scanners,
                policy.roles(),
                policy.topics(),
                policy.freezes(),
                policy.rules().stream().map(rule -> rule.at(Position.NONE)).toList(),
                policy.signOffs());
    }
}

package io.imprimatur.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.policy.Policy;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What the writer writes, the reader reads back equal. */
class PolicyRoundTripTest {

    @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
    void jsonReadsBackEqual(@ForAll("policies") Policy policy) {
        String json = PolicyWriter.json(policy);
        Policy read = PolicyReader.read(json.getBytes(StandardCharsets.UTF_8), "policy.json");
        assertThat(Placeless.of(read)).as(json).isEqualTo(policy);
        assertThat(PolicyWriter.json(read)).isEqualTo(json);
    }

    @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
    void yamlReadsBackEqual(@ForAll("policies") Policy policy) {
        String yaml = PolicyWriter.yaml(policy);
        Policy read = PolicyReader.read(yaml.getBytes(StandardCharsets.UTF_8), "policy.yaml");
        assertThat(Placeless.of(read)).as(yaml).isEqualTo(policy);
        assertThat(PolicyWriter.yaml(read)).isEqualTo(yaml);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void theDigestIsThatOfThePolicyWhateverItWasReadFrom(@ForAll("policies") Policy policy) {
        byte[] json = PolicyWriter.json(policy).getBytes(StandardCharsets.UTF_8);
        byte[] yaml = ("# a comment\n\n" + PolicyWriter.yaml(policy)).getBytes(StandardCharsets.UTF_8);
        assertThat(PolicyWriter.digest(PolicyReader.read(json, "a.json"))).isEqualTo(PolicyWriter.digest(policy));
        assertThat(PolicyWriter.digest(PolicyReader.read(yaml, "b.yaml"))).isEqualTo(PolicyWriter.digest(policy));
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void differentPoliciesHaveDifferentDigests(@ForAll("policies") Policy one, @ForAll("policies") Policy other) {
        assertThat(PolicyWriter.digest(one).equals(PolicyWriter.digest(other))).isEqualTo(one.equals(other));
    }

    @Provide
    Arbitrary<Policy> policies() {
        return PolicyArbitraries.policies();
    }
}

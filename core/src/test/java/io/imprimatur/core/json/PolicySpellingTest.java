package io.imprimatur.core.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.core.arbitrary.Policies;
import io.imprimatur.core.json.codec.ConditionJson;
import io.imprimatur.core.json.value.CanonicalJson;
import io.imprimatur.core.policy.PolicyReader;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.Rule;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A condition that stands in a decision can be put into a policy's file as it is, and means the same there. */
class PolicySpellingTest {
    @Property(tries = 500)
    void aConditionOfADecisionIsOneOfAPolicy(@ForAll("conditions") Condition condition) {
        String when = new String(CanonicalJson.bytes(ConditionJson.write(condition)), UTF_8);
        String window = "{\"days\": [\"sat\"], \"zone\": \"UTC\"}";
        String file = "{\"policy\": \"p\", \"version\": 1, \"freezes\": {\"weekends\": " + window + ", \"year-end\": "
                + window
                + "}, \"rules\": [{\"id\": \"r\", \"when\": " + when
                + ", \"then\": \"block\"}]}";

        Policy policy = PolicyReader.read(file.getBytes(UTF_8), "policy.json");

        assertThat(policy.rules()).extracting(Rule::when).containsExactly(condition);
    }

    @Provide
    Arbitrary<Condition> conditions() {
        return Policies.conditions();
    }
}

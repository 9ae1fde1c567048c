package io.imprimatur.samples.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.imprimatur.core.policy.PolicyReader;
import io.imprimatur.core.policy.PolicyWriter;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.policy.Policy;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;

/**
 * Whatever a policy's file holds: it is read, and then written and read again as the same; or it is refused with problems
 * that each have a place. Nothing else comes out, and nothing hangs.
 */
class PolicyFuzzTest {
    @FuzzTest(maxDuration = "10s")
    @DictionaryFile(resourcePath = "policy.dict")
    @Tag("short")
    void isReadOrRefused(byte[] content) {
        check(content);
    }

    @FuzzTest(maxDuration = "1h")
    @DictionaryFile(resourcePath = "policy.dict")
    @Tag("long")
    void isReadOrRefusedForAnHour(byte[] content) {
        check(content);
    }

    private static void check(byte[] content) {
        String source = Refused.json(content) ? "policy.json" : "policy.yaml";
        Policy policy;
        try {
            policy = PolicyReader.read(content, source);
        } catch (ImprimaturException refused) {
            Refused.check(refused, ErrorCode.INVALID_POLICY, source);
            return;
        }
        byte[] written = PolicyWriter.yaml(policy).getBytes(StandardCharsets.UTF_8);
        assertThat(PolicyWriter.digest(PolicyReader.read(written, "written.yaml")))
                .isEqualTo(PolicyWriter.digest(policy));
    }
}

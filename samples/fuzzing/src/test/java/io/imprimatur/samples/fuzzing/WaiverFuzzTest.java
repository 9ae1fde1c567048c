package io.imprimatur.samples.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.imprimatur.core.policy.WaiverReader;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.policy.Waiver;
import java.util.List;
import org.junit.jupiter.api.Tag;

/**
 * Whatever a file of waivers holds, or one that says who approved them: it is read, each waiver with a digest; or it is
 * refused with problems that each have a place. Nothing else comes out, and nothing hangs.
 */
class WaiverFuzzTest {
    @FuzzTest(maxDuration = "5s")
    @DictionaryFile(resourcePath = "waivers.dict")
    @Tag("short")
    void areReadOrRefused(byte[] content) {
        check(content);
    }

    @FuzzTest(maxDuration = "1h")
    @DictionaryFile(resourcePath = "waivers.dict")
    @Tag("long")
    void areReadOrRefusedForAnHour(byte[] content) {
        check(content);
    }

    private static void check(byte[] content) {
        String source = Refused.json(content) ? "waivers.json" : "waivers.yaml";
        try {
            List<Waiver> waivers = WaiverReader.read(content, source);
            assertThat(waivers).isEqualTo(WaiverReader.read(content, source)).allSatisfy(waiver -> {
                assertThat(waiver.created()).isBefore(waiver.expires());
                assertThat(WaiverReader.digest(waiver).hex()).hasSize(64);
            });
        } catch (ImprimaturException refused) {
            Refused.check(refused, ErrorCode.INVALID_WAIVERS, source);
        }
        try {
            assertThat(WaiverReader.readProof(content, source)).isNotNull();
        } catch (ImprimaturException refused) {
            Refused.check(refused, ErrorCode.INVALID_WAIVERS, source);
        }
    }
}

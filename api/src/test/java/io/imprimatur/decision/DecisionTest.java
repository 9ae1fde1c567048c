package io.imprimatur.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.imprimatur.change.Digest;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.policy.Requirement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DecisionTest {
    private static final Digest SUBJECT = Digest.of(new byte[] {1});
    private static final Unblock APPROVAL =
            new Unblock(List.of(List.of(new Step.Approve(Requirement.of("security", 2)))), true);

    private static Decision decision(Supplier<Digest> subject, Supplier<Unblock> unblock) {
        return new Decision(
                Verdict.ALLOW,
                subject,
                new PolicyReference("p", 1, Digest.of(new byte[0]), new PolicyOrigin.Starter(), List.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                unblock,
                List.of());
    }

    private static Decision decision(Digest subject, Unblock unblock) {
        return decision(() -> subject, () -> unblock);
    }

    @Test
    void whatTakesLongIsWorkedOutWhenItIsFirstAskedForAndOnce() {
        AtomicInteger subjects = new AtomicInteger();
        AtomicInteger unblocks = new AtomicInteger();
        Decision decision = decision(
                () -> {
                    subjects.incrementAndGet();
                    return SUBJECT;
                },
                () -> {
                    unblocks.incrementAndGet();
                    return APPROVAL;
                });
        assertThat(decision.verdict()).isEqualTo(Verdict.ALLOW);
        assertThat(decision.hashCode()).isEqualTo(decision(SUBJECT, APPROVAL).hashCode());
        assertThat(subjects).hasValue(0);
        assertThat(unblocks).hasValue(0);
        for (int i = 0; i < 3; i++) {
            assertThat(decision.subject()).isEqualTo(SUBJECT);
        }
        assertThat(subjects).hasValue(1);
        assertThat(unblocks).hasValue(0);
        for (int i = 0; i < 3; i++) {
            assertThat(decision.unblock()).isEqualTo(APPROVAL);
        }
        assertThat(unblocks).hasValue(1);
    }

    @Test
    @Timeout(60)
    void noTwoPartsAreWorkedOutAtTheSameTime() throws InterruptedException {
        AtomicInteger unblocks = new AtomicInteger();
        Decision[] decision = new Decision[1];
        Thread other = new Thread(() -> decision[0].unblock());
        decision[0] = decision(
                () -> {
                    other.start();
                    while (other.getState() != Thread.State.BLOCKED && other.isAlive()) {
                        Thread.onSpinWait();
                    }
                    assertThat(unblocks).hasValue(0);
                    return SUBJECT;
                },
                () -> {
                    unblocks.incrementAndGet();
                    return APPROVAL;
                });
        assertThat(decision[0].subject()).isEqualTo(SUBJECT);
        other.join();
        assertThat(unblocks).hasValue(1);
    }

    @Test
    void decisionsAreEqualWhereAllTheirPartsAre() {
        Decision decision = decision(SUBJECT, APPROVAL);
        assertThat(decision)
                .isEqualTo(decision(SUBJECT, APPROVAL))
                .hasToString(decision(SUBJECT, APPROVAL).toString());
        assertThat(decision).isNotEqualTo(decision(Digest.of(new byte[] {2}), APPROVAL));
        assertThat(decision).isNotEqualTo(decision(SUBJECT, Unblock.NOTHING));
    }

    @Test
    void aDecisionInWordsHasEveryPart() {
        assertThat(decision(SUBJECT, APPROVAL))
                .asString()
                .contains("verdict=ALLOW", "subject=" + SUBJECT, "policy=", "fired=", "requirements=", "obligations=")
                .contains("assumptions=", "excluded=", "unblock=" + APPROVAL, "waivers=");
    }

    @Test
    @SuppressWarnings("NullAway") // what a caller without the checker may do
    void aPartThatIsNotThereIsRefused() {
        assertThatExceptionOfType(ImprimaturException.class)
                .isThrownBy(() -> decision((Supplier<Digest>) null, () -> APPROVAL))
                .withMessageContaining("subject");
        assertThatExceptionOfType(ImprimaturException.class)
                .isThrownBy(() -> decision(() -> SUBJECT, () -> null).unblock())
                .withMessageContaining("unblock");
    }
}

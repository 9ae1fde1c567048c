package io.imprimatur.core.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import io.imprimatur.change.Change;
import io.imprimatur.change.ChangeStatus;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.FileMode;
import io.imprimatur.change.FileVersion;
import io.imprimatur.change.LineRange;
import io.imprimatur.change.LineRanges;
import io.imprimatur.change.RepoPath;
import io.imprimatur.change.Revision;
import io.imprimatur.decision.PolicyOrigin;
import io.imprimatur.decision.Step;
import io.imprimatur.decision.Step.Approve;
import io.imprimatur.decision.Step.CloseGap;
import io.imprimatur.decision.Step.Establish;
import io.imprimatur.decision.Step.FixFinding;
import io.imprimatur.decision.Unblock;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Finding;
import io.imprimatur.finding.Origin;
import io.imprimatur.finding.Severity;
import io.imprimatur.measure.Comparison;
import io.imprimatur.measure.Ratio;
import io.imprimatur.policy.ChangeCondition;
import io.imprimatur.policy.ChangeCondition.EmbedderFact;
import io.imprimatur.policy.ChangeCondition.Files;
import io.imprimatur.policy.ChangeCondition.Measure;
import io.imprimatur.policy.ChangeCondition.Size;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.Condition.All;
import io.imprimatur.policy.Condition.Any;
import io.imprimatur.policy.Condition.Not;
import io.imprimatur.policy.Effect;
import io.imprimatur.policy.EvidenceCondition;
import io.imprimatur.policy.EvidenceCondition.FindingExists;
import io.imprimatur.policy.EvidenceCondition.Recording;
import io.imprimatur.policy.FactTest;
import io.imprimatur.policy.FileFilter;
import io.imprimatur.policy.FindingFilter;
import io.imprimatur.policy.Freeze;
import io.imprimatur.policy.Glob;
import io.imprimatur.policy.OnUnknown;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.Requirement;
import io.imprimatur.policy.Role;
import io.imprimatur.policy.Rule;
import io.imprimatur.policy.TimeWindow;
import io.imprimatur.provenance.Provenance;
import io.imprimatur.provenance.Silence;
import io.imprimatur.scan.Coverage;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScanReport;
import io.imprimatur.scan.ScannerDescriptor;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The ways to clear a change, one case after another. The change touches {@code src/0} to {@code src/11}. */
class ClearingExamplesTest {
    private static final Effect BLOCK = new Effect.Block();
    private static final Effect REVIEW = new Effect.Review(Requirement.ANYONE);
    private static final Approve ANYONE = new Approve(Requirement.ANYONE);
    private static final ChangeCondition TESTS = paths("tests/**");
    private static final ScannerDescriptor SCANNER = new ScannerDescriptor("scanner", "1", List.of(Category.SECRET));
    private static final Condition SECRET = FindingExists.of(Category.SECRET, Severity.HIGH);

    @Test
    void aRuleThatAStepMakesFireIsClearedAsWell() {
        assertThat(ways(Coverage.COMPLETE, 0, Rule.of("tests", new Not(TESTS), BLOCK), Rule.of("owner", TESTS, REVIEW)))
                .containsExactly(List.of(new Establish(TESTS, true), ANYONE));
    }

    @Test
    void rulesThatAskForOppositeFactsLeaveNoWay() {
        assertThat(ways(Coverage.COMPLETE, 0, Rule.of("tests", new Not(TESTS), BLOCK), Rule.of("none", TESTS, BLOCK)))
                .isEmpty();
    }

    @Test
    void aStepThatLeavesAQuantityOpenIsJoinedByOneThatKeepsIt() {
        ChangeCondition many = files(Comparison.ABOVE, 10);
        ChangeCondition few = files(Comparison.BELOW, 5);
        assertThat(ways(Coverage.COMPLETE, 0, Rule.of("many", many, BLOCK), Rule.of("few", few, BLOCK)))
                .containsExactly(List.of(new Establish(many, false), new Establish(few, false)));
    }

    @Test
    void stepsThatTogetherImplyAFactNeedNoStepForIt() {
        ChangeCondition many = files(Comparison.ABOVE, 10);
        ChangeCondition few = files(Comparison.BELOW, 10);
        ChangeCondition ten = files(Comparison.EQUAL, 10);
        assertThat(ways(
                        Coverage.COMPLETE,
                        0,
                        Rule.of("many", many, BLOCK),
                        Rule.of("few", few, BLOCK),
                        Rule.of("not-ten", new Not(ten), BLOCK)))
                .containsExactly(List.of(new Establish(ten, true)));
        assertThat(ways(
                        Coverage.COMPLETE,
                        0,
                        Rule.of("many", many, BLOCK),
                        Rule.of("few", few, BLOCK),
                        Rule.of("ten", ten, BLOCK)))
                .isEmpty();
    }

    @Test
    void toTouchOnePathSaysNothingOfAnother() {
        assertThat(ways(
                        Coverage.COMPLETE,
                        0,
                        Rule.of("tests", new Not(TESTS), BLOCK),
                        Rule.of("docs", paths("docs/**"), BLOCK)))
                .containsExactly(List.of(new Establish(TESTS, true)));
    }

    @Test
    void aSoftenedRuleThatBecomesUnknownIsClearedByAnApproval() {
        Gap gap = Gap.whole(Gap.Cause.FAILED, "did not look");
        Rule rule = Rule.of("secrets", SECRET, BLOCK).with(OnUnknown.REVIEW);
        assertThat(ways(Coverage.except(gap), 1, rule))
                .containsExactly(
                        List.of(new FixFinding(finding(0)), ANYONE),
                        List.of(new FixFinding(finding(0)), new CloseGap("scanner", gap)));
        assertThat(ways(Coverage.except(gap), 1, rule.with(OnUnknown.ACT)))
                .containsExactly(List.of(new FixFinding(finding(0)), new CloseGap("scanner", gap)));
    }

    @Test
    void approvalsByARoleCoverAnyonesAndFewer() {
        assertThat(ways(
                                Coverage.COMPLETE,
                                0,
                                Rule.of("one", paths("src/0"), REVIEW),
                                Rule.of("two", paths("src/1"), new Effect.Review(Requirement.of("role-1", 1))),
                                Rule.of("three", paths("src/2"), new Effect.Review(Requirement.of("role-1", 2))))
                        .get(0))
                .containsExactly(new Approve(Requirement.of("role-1", 2)));
    }

    @Test
    void manyFindingsOfOneRuleAreOneWay() {
        List<List<Step>> ways = ways(Coverage.COMPLETE, 500, Rule.of("secrets", SECRET, REVIEW));
        assertThat(ways).map(List::size).containsExactly(1, 500);
        assertThat(ways.get(0)).containsExactly(ANYONE);
    }

    @Test
    void manyFactsOfOneRuleAreOneWay() {
        List<Condition> facts = IntStream.range(0, 500)
                .<Condition>mapToObj(i -> new EmbedderFact("fact-" + i, new FactTest.Is(true)))
                .toList();
        assertThat(ways(Coverage.COMPLETE, 0, Rule.of("facts", new Any(facts), BLOCK)))
                .map(List::size)
                .containsExactly(500);
        assertThat(ways(Coverage.COMPLETE, 0, Rule.of("facts", new All(facts), BLOCK)))
                .hasSize(500)
                .allMatch(way -> way.size() == 1);
    }

    @Test
    void whereThereAreTooManyWaysTheSmallestAreListed() {
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Condition found = FindingExists.of(
                    FindingFilter.builder().rules(new Glob("rule-" + i)).build());
            rules.add(Rule.of("rule-" + i, found, new Effect.Review(Requirement.of("role-" + i, 1))));
        }
        // Two findings for each rule: to fix them takes one step more than to have them approved.
        Unblock unblock = unblock(Coverage.COMPLETE, 40, rules.toArray(Rule[]::new));
        assertThat(unblock.complete()).isFalse();
        assertThat(unblock.ways()).hasSize(Clearing.MAX_WAYS);
        assertThat(unblock.ways().get(0)).hasSize(20).allMatch(step -> step instanceof Approve);
        assertThat(unblock.ways().subList(1, 21)).allMatch(way -> way.size() == 21);
        assertThat(unblock.ways().subList(21, 211)).allMatch(way -> way.size() == 22);
        assertThat(unblock.ways().subList(211, Clearing.MAX_WAYS)).allMatch(way -> way.size() == 23);
    }

    @Test
    void ofManyFindingsAsManyAreFixedAsAreTooMany() {
        Condition three = new FindingExists(FindingFilter.of(Category.SECRET, Severity.HIGH), 3);
        List<List<Step>> ways = ways(Coverage.COMPLETE, 4, Rule.of("secrets", three, BLOCK));
        // Two of four, whichever: then there are not three.
        assertThat(ways).hasSize(6).allMatch(way -> way.size() == 2);
    }

    @Test
    void aFileThatIsAboutATopicIsLeftOut() {
        Condition topic = new EvidenceCondition.TopicTouched(List.of("src"), List.of(), null);
        assertThat(ways(Coverage.COMPLETE, 0, Rule.of("topic", topic, BLOCK)))
                .containsExactly(
                        List.of(new Step.LeaveOut(new RepoPath("src/1")), new Step.LeaveOut(new RepoPath("src/2"))));
    }

    @Test
    void whatIsNotRecordedIsRecorded() {
        Condition missing = new EvidenceCondition.NotRecorded(List.of(Recording.MODEL, Recording.DEVELOPER_OF_RECORD));
        assertThat(ways(Coverage.COMPLETE, 0, Rule.of("records", missing, BLOCK)))
                .singleElement()
                .asInstanceOf(LIST)
                .containsExactlyInAnyOrder(
                        new Step.RecordProvenance(Recording.MODEL),
                        new Step.RecordProvenance(Recording.DEVELOPER_OF_RECORD));
    }

    @Test
    void aFreezeIsWaitedFor() {
        Condition frozen = new EvidenceCondition.Frozen(List.of("weekends"));
        assertThat(ways(Coverage.COMPLETE, 0, Rule.of("freeze", frozen, BLOCK)))
                .containsExactly(List.of(new Step.Await("weekends")));
    }

    private static ChangeCondition paths(String pattern) {
        return Files.in(List.of(new Glob(pattern)));
    }

    private static ChangeCondition files(Comparison comparison, long bound) {
        return new Size(FileFilter.ANY, Measure.FILES, comparison, bound);
    }

    private static List<List<Step>> ways(Coverage coverage, int findings, Rule... rules) {
        Unblock unblock = unblock(coverage, findings, rules);
        assertThat(unblock.complete()).isTrue();
        return unblock.ways();
    }

    private static Unblock unblock(Coverage coverage, int findings, Rule... rules) {
        List<ChangedFile> files = IntStream.range(0, 12)
                .mapToObj(i -> file(new RepoPath("src/" + i)))
                .toList();
        Change change = new Change(
                "r", new Revision.Empty(), new Revision.WorkingTree(), "main", List.of(), null, files, List.of());
        List<Finding> found = IntStream.range(0, findings)
                .mapToObj(ClearingExamplesTest::finding)
                .toList();
        List<Role> roles = IntStream.range(0, 20)
                .mapToObj(i -> new Role("role-" + i, List.of("@acme/" + i)))
                .toList();
        Policy policy = new Policy(
                "examples",
                1,
                null,
                Silence.UNKNOWN,
                Map.of(),
                roles,
                Map.of("src", List.of(new Glob("src/1"), new Glob("src/2"))),
                List.of(new Freeze(
                        "weekends",
                        List.of(new TimeWindow.Weekly(
                                List.of(DayOfWeek.SATURDAY), LocalTime.MIN, null, ZoneOffset.UTC)))),
                List.of(rules),
                List.of());
        return new Decider(policy, new PolicyOrigin.Starter())
                .decide(SmallWorld.assessment(
                        change,
                        new Provenance(List.of(), List.of(), null),
                        Silence.UNKNOWN,
                        List.of(new ScanReport(SCANNER, found, coverage)),
                        List.of(),
                        null))
                .unblock();
    }

    private static ChangedFile file(RepoPath path) {
        FileVersion before = new FileVersion(path, FileMode.REGULAR, SmallWorld.digest("old" + path), 1, false);
        FileVersion after = new FileVersion(path, FileMode.REGULAR, SmallWorld.digest("new" + path), 1, false);
        return new ChangedFile(ChangeStatus.MODIFIED, before, after, LineRanges.of(new LineRange(1, 2)), 1, true);
    }

    private static Finding finding(int number) {
        return SmallWorld.finding(
                "scanner",
                "rule-" + number % 20,
                Severity.HIGH,
                Category.SECRET,
                Ratio.ONE,
                new RepoPath("src/" + number),
                Origin.INTRODUCED,
                SmallWorld.Fault.NONE);
    }
}

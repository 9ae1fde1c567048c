package io.imprimatur.samples.gate;

import io.imprimatur.change.Change;
import io.imprimatur.core.Gate;
import io.imprimatur.core.Outcome;
import io.imprimatur.core.Submission;
import io.imprimatur.core.decide.Explanation;
import io.imprimatur.core.policy.StarterPolicy;
import io.imprimatur.core.report.ExplanationReport;
import io.imprimatur.core.scan.ScanLimits;
import io.imprimatur.core.scan.Scanners;
import io.imprimatur.decision.PolicyOrigin;
import io.imprimatur.git.ChangeSelection;
import io.imprimatur.git.GitChange;
import io.imprimatur.git.GitRepository;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.PolicySource;
import io.imprimatur.secrets.Redaction;
import io.imprimatur.semgrep.SemgrepProvider;
import io.imprimatur.snyk.SnykProvider;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Decides about a change of a git repository. */
@Command(
        name = "check",
        description = {
            "Decides about a change of a git repository.",
            "Without --base, --staged or --worktree: the commit at --head against its first parent.",
            "The policy is .imprimatur/policy.yaml, or .json, of the branch that the change is meant for, never of the"
                    + " change itself;"
                    + " where that has none, the embedded starter policy decides."
        },
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    /** Programs of others take longer than scanners of ours. */
    private static final ScanLimits LIMITS =
            new ScanLimits(Duration.ofMinutes(10), Duration.ofMinutes(15), ScanLimits.DEFAULT.findings());

    @Option(
            names = "--repo",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "The repository; default: ${DEFAULT-VALUE} (this folder).")
    private Path repository = Path.of(".");

    @Option(names = "--head", paramLabel = "REV", description = "What brings the change; default: HEAD.")
    private @Nullable String head;

    @ArgGroup
    private @Nullable Against against;

    @Option(
            names = "--target",
            paramLabel = "BRANCH",
            description = {
                "The name of the branch that the change is meant for, for rules that ask.",
                "Without: that of --base where it is a branch; with --staged and --worktree the one checked out."
            })
    private @Nullable String target;

    @Option(names = "--policy", paramLabel = "FILE", description = "Judge by this policy instead.")
    private @Nullable Path policy;

    @Option(
            names = "--policy-layer",
            paramLabel = "NAME=FILE",
            description = {
                "A policy that the policy extends; may be given several times.",
                "Without: .imprimatur/NAME.yaml of the branch that the change is meant for."
            })
    private Map<String, Path> layers = new LinkedHashMap<>();

    @Option(
            names = "--waivers-approved",
            paramLabel = "FILE",
            description = {
                "Who approved the waivers of the target, by their digests, as whoever keeps its reviews says.",
                "Without: no waiver is proved, and none counts."
            })
    private @Nullable Path approvals;

    @Option(
            names = "--sarif",
            paramLabel = "[ID=]FILE",
            description = {
                "A SARIF report that another job wrote about the change; may be given several times.",
                "Its findings are those of a scanner with this id; without: with the name of the file."
            })
    private List<String> sarif = new ArrayList<>();

    @ArgGroup
    private @Nullable Semgrep semgrep;

    @ArgGroup
    private @Nullable Snyk snyk;

    @Option(
            names = "--compare-with-base",
            description = {
                "Let scanners look at the changed files as they stood before, too, so that what only moved is not new.",
                "Without: the added lines say what is new."
            })
    private boolean comparesWithBase;

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = {
                "Keep there what scanners say of a file, and do not ask again while nothing changes.",
                "What is kept is believed only under the key in the variable " + KeptCache.KEY + "."
            })
    private @Nullable Path cache;

    @Option(
            names = "--time",
            paramLabel = "TIME",
            description = "When the change is judged, for freezes and waivers, as 2027-01-31T12:00:00Z; default: now.")
    private @Nullable Instant time;

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
    private Format format = Format.TEXT;

    @Option(names = "--output", paramLabel = "FILE", description = "Write the report there instead of standard output.")
    private @Nullable Path output;

    @Option(
            names = "--explain",
            paramLabel = "RULE",
            description = "Say instead why this rule acts or does not: each part of its condition, and on which facts.")
    private @Nullable String explain;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private static final class Against {
        @Option(names = "--base", paramLabel = "REV", description = "The branch that the change is meant for.")
        private @Nullable String base;

        @Option(names = "--staged", description = "What is staged.")
        private boolean staged;

        @Option(names = "--worktree", description = "The files on disk.")
        private boolean workingTree;
    }

    static final class Semgrep {
        @Option(
                names = "--semgrep",
                description = {
                    "Let Semgrep, or Opengrep, look at the change: the one that is found on the PATH.",
                    "Without: where the policy names it among its scanners."
                })
        boolean run;

        @Option(
                names = "--semgrep-report",
                paramLabel = "FILE",
                description = "Read instead what another job had it write with --json.")
        @Nullable
        Path report;
    }

    static final class Snyk {
        @Option(
                names = "--snyk",
                description = {
                    "Let Snyk look at what the change depends on: the one that is found on the PATH, with SNYK_TOKEN.",
                    "Without: where the policy names it among its scanners."
                })
        boolean run;

        @Option(
                names = "--snyk-report",
                paramLabel = "FILE",
                description = "Read instead what another job had it write with --json; may be given several times.")
        List<Path> reports = new ArrayList<>();
    }

    @Override
    public Integer call() {
        ChangeSelection selection = selection();
        try (GitRepository git = GitRepository.open(repository)) {
            GitChange change = git.change(name(), selection);
            Redaction redaction = new Redaction();
            try (Gate gate = gate(change)) {
                Outcome outcome = gate.check(submission(change, redaction));
                Report report = new Report(text(outcome, change, redaction));
                if (output == null) {
                    report.print(spec.commandLine().getOut());
                } else {
                    report.write(output);
                }
                return switch (outcome.decision().verdict()) {
                    case ALLOW -> GateCli.ALLOW;
                    case REVIEW -> GateCli.REVIEW;
                    case BLOCK -> GateCli.BLOCK;
                };
            }
        }
    }

    private String text(Outcome outcome, GitChange change, Redaction redaction) {
        if (explain == null) {
            return format.of(outcome.map(redaction::text), output == null && Terminal.wantsColour());
        }
        Policy judge = judge(change).orElseGet(StarterPolicy::policy);
        Explanation explanation = Explanation.of(judge, outcome.assessment(), explain);
        return redaction.text(ExplanationReport.text(explain, explanation));
    }

    private ChangeSelection selection() {
        if (explain != null && format != Format.TEXT) {
            throw new ParameterException(
                    spec.commandLine(), "--explain is text, and cannot stand with another --format");
        }
        boolean fixed = against != null && (against.staged || against.workingTree);
        if (fixed && head != null) {
            throw new ParameterException(spec.commandLine(), "--head cannot stand with --staged or --worktree");
        }
        String tip = head == null ? "HEAD" : head;
        if (against == null) {
            return ChangeSelection.commit(tip);
        }
        if (against.base != null) {
            return ChangeSelection.range(against.base, tip);
        }
        return against.staged ? ChangeSelection.staged() : ChangeSelection.workingTree();
    }

    private String name() {
        Path name = repository.toAbsolutePath().normalize().getFileName();
        return name == null ? "repository" : name.toString();
    }

    private Submission submission(GitChange change, Redaction redaction) {
        Instant judged = time == null ? Instant.now() : time;
        Change redacted = redaction.commits(change.change());
        return new Submission(
                target == null ? redacted : redacted.withTarget(target), change.content(), null, List.of(), judged);
    }

    private Gate gate(GitChange change) {
        Gate.Builder gate =
                Gate.builder().limits(LIMITS).waivers(WaiverFile.of(change.target()), WaiverFile.proof(approvals));
        Optional<Policy> judge = judge(change);
        judge.ifPresent(found -> gate.policy(found, origin(change)));
        if (comparesWithBase) {
            gate.compareWithBase();
        }
        if (cache != null) {
            gate.cache(KeptCache.in(cache, System.getenv(KeptCache.KEY)));
        }
        return gate.scanners(scanners(judge)).secrets(SnykChoice.SECRETS).build();
    }

    private Scanners scanners(Optional<Policy> judge) {
        Scanners all = sarif.isEmpty() ? ours() : ours().and(SarifReports.scanners(sarif, repository));
        return SnykChoice.among(SemgrepChoice.among(all, semgrep, judge, repository), snyk, judge, repository);
    }

    /** Those that a check by a policy has without any option. */
    static Scanners scanners(Policy policy) {
        Path here = Path.of(".");
        Optional<Policy> judge = Optional.of(policy);
        return SnykChoice.among(SemgrepChoice.among(ours(), null, judge, here), null, judge, here);
    }

    /** Those that need no choice. */
    private static Scanners ours() {
        return everyScanner().without(SemgrepProvider.ID).without(SnykProvider.ID);
    }

    /** Those that come with the gate. */
    static Scanners everyScanner() {
        return Scanners.find(CheckCommand.class.getClassLoader());
    }

    /** The policy that was named, or that of the target; none where neither is. */
    private Optional<Policy> judge(GitChange change) {
        PolicySource sources = PolicyFile.layers(layers).or(PolicyFile.layers(change.target()));
        return policy == null ? PolicyFile.of(change.target(), sources) : Optional.of(PolicyFile.read(policy, sources));
    }

    private PolicyOrigin origin(GitChange change) {
        if (policy != null) {
            return new PolicyOrigin.Caller(policy.toString());
        }
        return new PolicyOrigin.TargetBranch(
                Objects.requireNonNull(change.targetCommit(), "an empty target has no policy"),
                PolicyFile.of(change.target()).orElseThrow().source());
    }
}

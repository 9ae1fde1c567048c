package io.imprimatur.core.sarif;

import io.imprimatur.change.RepoPath;
import io.imprimatur.change.Revision;
import io.imprimatur.core.intake.CleanText;
import io.imprimatur.core.intake.Gaps;
import io.imprimatur.core.intake.PathMapping;
import io.imprimatur.core.intake.Place;
import io.imprimatur.core.intake.Placing;
import io.imprimatur.core.intake.Suppressions;
import io.imprimatur.core.sarif.SarifLocation.Artifact;
import io.imprimatur.scan.FindingSink;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScanRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One report on its way into one scan: what becomes of each result, and what the report leaves unknown. */
final class Intake {
    private static final int MOST_NAMED = 10;

    private final String report;
    private final SarifSettings settings;
    private final ScanRequest request;
    private final FindingSink findings;
    private final Gaps gaps;
    private final Placing placing;
    private final Suppressions suppressions;
    private final Drafting drafting;
    private final Set<RepoPath> changed = new HashSet<>();
    private List<Bases> bases = List.of();

    Intake(String report, SarifSettings settings, ScanRequest request, FindingSink findings, Gaps gaps) {
        this.report = report;
        this.settings = settings;
        this.request = request;
        this.findings = findings;
        this.gaps = gaps;
        this.placing = new Placing(request.content().head());
        this.suppressions = new Suppressions(request.change(), placing);
        this.drafting = new Drafting(settings.categories());
        request.change().files().forEach(file -> changed.add(file.path()));
        request.change().unread().forEach(path -> changed.add(path.path()));
    }

    boolean isUnwanted() {
        return request.isCancelled() || Thread.currentThread().isInterrupted();
    }

    /** What the report says about itself, before its results. */
    void begin(SarifLog log) {
        PathMapping mapping = settings.mapping(placing::exists);
        bases = log.runs().stream()
                .map(run -> new Bases(mapping, run.bases(), settings::original))
                .toList();
        log.doubts().forEach(doubt -> gaps.whole(Gap.Cause.INVALID_ANSWER, "A report may be misread: " + doubt));
        if (log.runs().isEmpty()) {
            gaps.whole(Gap.Cause.FAILED, report + " has no run: no tool has looked");
        }
        for (int i = 0; i < log.runs().size(); i++) {
            run(i, log.runs().get(i));
        }
    }

    private void run(int index, SarifRun run) {
        String name = "runs[" + index + "] of " + report;
        if (settings.tool() != null && !settings.tool().equalsIgnoreCase(run.tool())) {
            gaps.whole(
                    Gap.Cause.INVALID_ANSWER,
                    name + " is by " + (run.tool().isBlank() ? "no tool that it names" : run.tool()) + ", not by "
                            + settings.tool());
        }
        if (!run.hasResults()) {
            gaps.whole(Gap.Cause.FAILED, name + " has no results, not even none: the tool has not looked");
        }
        if (!run.successful()) {
            gaps.whole(Gap.Cause.FAILED, name + " did not succeed, as the tool says");
        }
        if (!run.switchedOff().isEmpty()) {
            gaps.whole(
                    Gap.Cause.SKIPPED,
                    name + " was made without rules that its configuration switches off: " + some(run.switchedOff()));
        }
        run.external().stream()
                .filter(Intake::hidesResults)
                .forEach(property -> gaps.whole(
                        Gap.Cause.UNSUPPORTED,
                        name + " keeps its " + property + " in other files, which are not read"));
        run.revisions().forEach(revision -> revision(name, revision));
        run.notifications().forEach(notification -> notification(index, notification));
    }

    private static String some(List<String> rules) {
        int named = Math.min(rules.size(), MOST_NAMED);
        String more = named == rules.size() ? "" : " and " + (rules.size() - named) + " more";
        return String.join(", ", rules.subList(0, named)) + more;
    }

    /** What else stands in other files says nothing about what was found. */
    private static boolean hidesResults(String property) {
        return List.of("results", "artifacts", "invocations", "driver", "extensions", "conversion")
                .contains(property);
    }

    private void revision(String run, String revision) {
        String id = revision.strip().toLowerCase(Locale.ROOT);
        if (id.matches("[0-9a-f]{7,64}")
                && request.change().head() instanceof Revision.OfCommit head
                && !head.id().startsWith(id)) {
            gaps.whole(Gap.Cause.INVALID_ANSWER, run + " is of commit " + id + ", and the change ends at " + head.id());
        }
    }

    /**
     * An error says that something was not done. A warning says so where it names a file of the repository, or in words; what
     * it says is not quoted, as it may quote the file.
     */
    private void notification(int run, SarifNotification notification) {
        boolean warning = notification.level().equalsIgnoreCase("warning")
                && notification.kind() == SarifNotification.Kind.EXECUTION;
        if (!notification.isError() && !warning) {
            return;
        }
        String what = "the tool reports "
                + (notification.isError() ? "an error" : "a warning")
                + (notification.id() == null ? "" : " (" + notification.id() + ")") + " at " + notification.place()
                + " of " + report;
        Artifact artifact = notification.artifact();
        Optional<RepoPath> file = artifact == null
                ? Optional.empty()
                : bases.get(run).file(artifact).filter(placing::exists);
        if (file.isPresent()) {
            gaps.at(file.get(), Gap.Cause.FAILED, what);
        } else if (notification.isError() || notification.leavesOut()) {
            gaps.whole(Gap.Cause.FAILED, what);
        }
    }

    /**
     * Hands on a result that stands in a file that the change touches, or nowhere; answers whether more are wanted. These come
     * first, as there is room for so many findings and no more.
     */
    boolean takeTouched(SarifResult result) {
        return isUnwanted() ? false : !isFinding(result) || take(result, true);
    }

    /** Hands on a result that stands elsewhere. */
    boolean takeOthers(SarifResult result) {
        return isUnwanted() ? false : !isFinding(result) || take(result, false);
    }

    private boolean isFinding(SarifResult result) {
        if (result.isOpen() && !result.isGone()) {
            gaps.whole(
                    Gap.Cause.UNSUPPORTED,
                    result.place() + " of " + report + " is left to people: the tool could not tell");
        }
        return result.isFailure() && !result.isGone();
    }

    private boolean take(SarifResult result, boolean touched) {
        List<Place> places = places(result);
        if (places.isEmpty()) {
            boolean lost = result.locations().stream().anyMatch(location -> location.artifact() != null);
            return lost || !touched || findings.accept(drafting.draft(result).build());
        }
        if (places.stream().anyMatch(place -> changed.contains(place.path())) != touched) {
            return true;
        }
        for (Place place : places) {
            if (!isSuppressed(result, place)
                    && !findings.accept(place.put(drafting.draft(result)).build())) {
                return false;
            }
        }
        return true;
    }

    private List<Place> places(SarifResult result) {
        if (result.moreLocations() > 0) {
            gaps.whole(
                    Gap.Cause.TOO_LARGE,
                    result.place() + " of " + report + " has " + result.moreLocations() + " more places than are read");
        }
        List<Place> places = new ArrayList<>();
        for (SarifLocation location : result.locations()) {
            if (location.artifact() != null) {
                place(result, location.artifact(), location).ifPresent(places::add);
            }
        }
        return places;
    }

    private Optional<Place> place(SarifResult result, Artifact artifact, SarifLocation location) {
        Optional<RepoPath> file = bases.get(result.run()).file(artifact);
        if (file.isEmpty()) {
            gaps.whole(
                    Gap.Cause.INVALID_ANSWER,
                    "results of " + report + " are about a place outside of the repository" + shown(artifact.uri()));
            return Optional.empty();
        }
        Optional<Place> place = place(file.get(), location);
        if (place.isEmpty()) {
            gaps.whole(
                    Gap.Cause.INVALID_ANSWER,
                    "results of " + report + " are about " + file.get() + ", which is not there at head");
        }
        place.filter(found -> found.doubt() != null)
                .ifPresent(found -> gaps.at(
                        found.path(), Gap.Cause.UNREADABLE, report + " may be of other content: " + found.doubt()));
        return place;
    }

    private Optional<Place> place(RepoPath file, SarifLocation location) {
        return location.span() == null ? placing.place(file, location.region()) : placing.place(file, location.span());
    }

    private static String shown(String uri) {
        boolean remote = uri.contains("://") && !uri.startsWith("file:");
        return remote ? "" : ": " + CleanText.of(uri, 300);
    }

    /** A suppression that is refused, or that the change itself brings, suppresses nothing. */
    private boolean isSuppressed(SarifResult result, Place place) {
        return result.isSuppressed()
                && result.suppressions().stream().anyMatch(one -> wasThere(one, result.run(), place));
    }

    private boolean wasThere(SarifSuppression suppression, int run, Place place) {
        SarifLocation location = suppression.location();
        if (location != null && location.artifact() != null) {
            return bases.get(run)
                    .file(location.artifact())
                    .flatMap(file -> place(file, location))
                    .filter(suppressions::wasThere)
                    .isPresent();
        }
        return suppression.isInSource() ? suppressions.wasInCode(place) : suppressions.wasOutside(place);
    }
}

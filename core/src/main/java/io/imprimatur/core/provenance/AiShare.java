package io.imprimatur.core.provenance;

import io.imprimatur.change.Change;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.LineRange;
import io.imprimatur.change.LineRanges;
import io.imprimatur.change.RepoPath;
import io.imprimatur.measure.Ratio;
import io.imprimatur.measure.RatioRange;
import io.imprimatur.provenance.Attribution;
import io.imprimatur.provenance.Provenance;
import io.imprimatur.provenance.Silence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * How much of what a change adds a model wrote: an interval that holds every share which the attributions leave possible.
 * Each added line weighs the same. A file whose lines are not known may weigh anything; a file without added lines weighs
 * nothing, unless no file has any, and then each of them counts. Pure and thread-safe.
 */
public final class AiShare {
    private AiShare() {}

    /** The share over the files that {@code scope} accepts; empty where it accepts none. */
    public static Optional<RatioRange> of(
            Change change, Provenance provenance, Silence silence, Predicate<ChangedFile> scope) {
        return of(change.files().stream().filter(scope).toList(), byPath(provenance), silence);
    }

    /** The share in each file by its path, each as if the change touched that alone. */
    public static Map<RepoPath, RatioRange> ofEach(Change change, Provenance provenance, Silence silence) {
        Map<RepoPath, List<Attribution>> byPath = byPath(provenance);
        Map<RepoPath, RatioRange> shares = new HashMap<>();
        for (ChangedFile file : change.files()) {
            of(List.of(file), byPath, silence).ifPresent(share -> shares.put(file.path(), share));
        }
        return shares;
    }

    private static Map<RepoPath, List<Attribution>> byPath(Provenance provenance) {
        Map<RepoPath, List<Attribution>> byPath = new HashMap<>();
        for (Attribution attribution : provenance.attributions()) {
            byPath.computeIfAbsent(attribution.path(), path -> new ArrayList<>())
                    .add(attribution);
        }
        return byPath;
    }

    private static Optional<RatioRange> of(
            List<ChangedFile> files, Map<RepoPath, List<Attribution>> byPath, Silence silence) {
        if (files.isEmpty()) {
            return Optional.empty();
        }
        Lines weighed = new Lines(0, 0, 0);
        RatioRange weightless = null;
        RatioRange anyWeight = null;
        for (ChangedFile file : files) {
            List<Attribution> attributions = byPath.getOrDefault(file.path(), List.of());
            if (file.linesKnown() && !file.added().isEmpty()) {
                weighed = weighed.plus(linesOf(file.added(), attributions, silence));
            } else {
                RatioRange range = wholeOf(attributions, silence);
                if (file.linesKnown()) {
                    weightless = weightless == null ? range : weightless.hull(range);
                } else {
                    anyWeight = anyWeight == null ? range : anyWeight.hull(range);
                }
            }
        }
        RatioRange share = weighed.count > 0 ? weighed.share() : weightless;
        // A mean over files of which one may weigh anything lies anywhere between that one and the rest.
        return Optional.ofNullable(share == null ? anyWeight : anyWeight == null ? share : share.hull(anyWeight));
    }

    /** The share over the whole change; 0 for a change without files. */
    public static RatioRange of(Change change, Provenance provenance, Silence silence) {
        return of(change, provenance, silence, file -> true).orElse(RatioRange.exactly(Ratio.ZERO));
    }

    /** Counted lines: how many, and from how many to how many are a model's, in millionths of a line. */
    private record Lines(long count, long low, long high) {
        Lines plus(Lines other) {
            return new Lines(count + other.count, low + other.low, high + other.high);
        }

        RatioRange share() {
            return new RatioRange(new Ratio((int) (low / count)), new Ratio((int) ((high + count - 1) / count)));
        }
    }

    private static RatioRange ofSilence(Silence silence) {
        return silence == Silence.HUMAN ? RatioRange.exactly(Ratio.ZERO) : RatioRange.UNKNOWN;
    }

    private static RatioRange wholeOf(List<Attribution> attributions, Silence silence) {
        boolean allSpoken = attributions.stream().anyMatch(attribution -> attribution.lines() == null);
        RatioRange spoken = attributions.stream()
                .map(Attribution::aiShare)
                .reduce(RatioRange::hull)
                .orElse(ofSilence(silence));
        return allSpoken ? spoken : spoken.hull(ofSilence(silence));
    }

    private static Lines linesOf(LineRanges added, List<Attribution> attributions, Silence silence) {
        Lines sum = new Lines(0, 0, 0);
        for (Map.Entry<List<Attribution>, Long> fate :
                fates(added, attributions).entrySet()) {
            long count = fate.getValue();
            RatioRange share = fate.getKey().stream()
                    .map(attribution -> shareOfPart(attribution, count, added))
                    .reduce(RatioRange::hull)
                    .orElse(ofSilence(silence));
            sum = sum.plus(new Lines(
                    count,
                    count * share.low().millionths(),
                    count * share.high().millionths()));
        }
        return sum;
    }

    /** Lines of which the same attributions speak share a fate: cut the added lines where any attribution begins or ends. */
    private static Map<List<Attribution>, Long> fates(LineRanges added, List<Attribution> attributions) {
        if (attributions.stream().allMatch(attribution -> attribution.lines() == null)) {
            return Map.of(attributions, added.count());
        }
        Map<List<Attribution>, Long> fates = new HashMap<>();
        for (LineRange piece : pieces(added, attributions)) {
            List<Attribution> speaking = attributions.stream()
                    .filter(attribution ->
                            attribution.lines() == null || attribution.lines().contains(piece.first()))
                    .toList();
            fates.merge(speaking, (long) piece.size(), Long::sum);
        }
        return fates;
    }

    /** What an attribution says of {@code count} of its lines: of a part of them, a share of the whole says nothing. */
    private static RatioRange shareOfPart(Attribution attribution, long count, LineRanges added) {
        LineRanges lines = attribution.lines() == null ? added : attribution.lines();
        RatioRange share = attribution.aiShare();
        boolean saysItOfEachLine = share.isExact() && isAllOrNothing(share.low());
        return saysItOfEachLine || lines.count() == count ? share : RatioRange.UNKNOWN;
    }

    private static boolean isAllOrNothing(Ratio ratio) {
        return ratio.equals(Ratio.ZERO) || ratio.equals(Ratio.ONE);
    }

    private static List<LineRange> pieces(LineRanges added, List<Attribution> attributions) {
        TreeSet<Integer> starts = new TreeSet<>();
        for (Attribution attribution : attributions) {
            if (attribution.lines() != null) {
                for (LineRange range : attribution.lines().ranges()) {
                    starts.add(range.first());
                    starts.add(range.last() + 1);
                }
            }
        }
        List<LineRange> pieces = new ArrayList<>();
        for (LineRange range : added.ranges()) {
            int first = range.first();
            for (int start : starts.subSet(range.first() + 1, range.last() + 1)) {
                pieces.add(new LineRange(first, start - 1));
                first = start;
            }
            pieces.add(new LineRange(first, range.last()));
        }
        return pieces;
    }
}

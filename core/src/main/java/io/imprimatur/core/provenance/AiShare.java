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
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How much of what a change adds a model wrote: an interval that holds every share which the attributions leave possible.
 * Each added line weighs the same. A file whose lines are not known may weigh anything; a file without added lines weighs
 * nothing, unless no file has any, and then each of them counts. Pure and thread-safe.
 */
public final class AiShare {
    private AiShare() {}

    /** The share in each file by the text of its path, each as if the change touched that alone. */
    public static Map<String, RatioRange> ofEach(Change change, Attributions attributions, Silence silence) {
        Map<String, RatioRange> shares = new HashMap<>();
        for (ChangedFile file : change.files()) {
            Optional<RatioRange> share = of(List.of(file), attributions, silence);
            if (share.isPresent()) {
                shares.put(file.path().text(), share.get());
            }
        }
        return shares;
    }

    /** The share over the whole change; 0 for a change without files. */
    public static RatioRange of(Change change, Provenance provenance, Silence silence) {
        Attributions attributions = new Attributions(provenance);
        RatioRange share = of(change.files(), attributions, silence).orElse(null);
        RatioRange all = withUnsure(share, change.unsure(), attributions, silence);
        return all == null ? RatioRange.exactly(Ratio.ZERO) : all;
    }

    /** A share with files of which it is not known whether the change touches them, nor how much they weigh. */
    public static @Nullable RatioRange withUnsure(
            @Nullable RatioRange share, List<RepoPath> unsure, Attributions all, Silence silence) {
        RatioRange with = share;
        for (RepoPath path : unsure) {
            RatioRange range = ofSilence(silence);
            for (Attribution attribution : all.below(path)) {
                range = range.hull(attribution.aiShare());
            }
            with = with == null ? range : with.hull(range);
        }
        return with;
    }

    /** The share over some of the files of a change; empty where there are none. */
    public static Optional<RatioRange> of(List<ChangedFile> files, Attributions all, Silence silence) {
        if (files.isEmpty()) {
            return Optional.empty();
        }
        Lines weighed = new Lines(0, 0, 0);
        RatioRange weightless = null;
        RatioRange anyWeight = null;
        for (ChangedFile file : files) {
            List<Attribution> attributions = all.of(file);
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
        RatioRange spoken = null;
        boolean allSpoken = false;
        for (Attribution attribution : attributions) {
            RatioRange share = attribution.aiShare();
            spoken = spoken == null ? share : spoken.hull(share);
            allSpoken |= attribution.lines() == null;
        }
        RatioRange unspoken = ofSilence(silence);
        return spoken == null ? unspoken : allSpoken ? spoken : spoken.hull(unspoken);
    }

    private static Lines linesOf(LineRanges added, List<Attribution> attributions, Silence silence) {
        Lines sum = new Lines(0, 0, 0);
        for (Map.Entry<BitSet, Long> fate : fates(added, attributions).entrySet()) {
            BitSet speaking = fate.getKey();
            long count = fate.getValue();
            RatioRange share = null;
            for (int i = speaking.nextSetBit(0); i >= 0; i = speaking.nextSetBit(i + 1)) {
                RatioRange part = shareOfPart(attributions.get(i), count, added);
                share = share == null ? part : share.hull(part);
            }
            RatioRange said = share == null ? ofSilence(silence) : share;
            sum = sum.plus(new Lines(
                    count, count * said.low().millionths(), count * said.high().millionths()));
        }
        return sum;
    }

    /**
     * Lines of which the same attributions speak share a fate: cut the added lines where any attribution begins or ends.
     * How many there are by those that speak of them.
     */
    private static Map<BitSet, Long> fates(LineRanges added, List<Attribution> attributions) {
        Map<BitSet, Long> fates = new HashMap<>();
        if (isOfWholeFiles(attributions)) {
            BitSet all = new BitSet();
            all.set(0, attributions.size());
            fates.put(all, added.count());
            return fates;
        }
        for (LineRange piece : pieces(added, attributions)) {
            BitSet speaking = new BitSet();
            for (int i = 0; i < attributions.size(); i++) {
                LineRanges lines = attributions.get(i).lines();
                speaking.set(i, lines == null || lines.contains(piece.first()));
            }
            fates.put(speaking, fates.getOrDefault(speaking, 0L) + piece.size());
        }
        return fates;
    }

    private static boolean isOfWholeFiles(List<Attribution> attributions) {
        for (Attribution attribution : attributions) {
            if (attribution.lines() != null) {
                return false;
            }
        }
        return true;
    }

    /** What an attribution says of {@code count} of its lines: of a part of them, a share of the whole says nothing. */
    private static RatioRange shareOfPart(Attribution attribution, long count, LineRanges added) {
        LineRanges lines = attribution.lines() == null ? added : attribution.lines();
        RatioRange share = attribution.aiShare();
        boolean saysItOfEachLine = share.isExact() && isAllOrNothing(share.low());
        return saysItOfEachLine || lines.count() == count ? share : RatioRange.UNKNOWN;
    }

    private static boolean isAllOrNothing(Ratio ratio) {
        return ratio.compareTo(Ratio.ZERO) == 0 || ratio.compareTo(Ratio.ONE) == 0;
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

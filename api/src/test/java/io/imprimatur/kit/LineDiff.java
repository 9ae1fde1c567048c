package io.imprimatur.kit;

import io.imprimatur.change.LineRange;
import io.imprimatur.change.LineRanges;
import java.util.ArrayList;
import java.util.List;

/** Which lines a change adds: the longest common subsequence, in time and memory that suit small files. */
final class LineDiff {
    /** Where the table would have more cells, everything between the common head and tail counts as added. */
    private static final long MOST_CELLS = 4_000_000;

    private LineDiff() {}

    static LineRanges added(List<String> old, List<String> now) {
        int start = 0;
        while (start < old.size() && start < now.size() && old.get(start).equals(now.get(start))) {
            start++;
        }
        int oldEnd = old.size();
        int nowEnd = now.size();
        while (oldEnd > start && nowEnd > start && old.get(oldEnd - 1).equals(now.get(nowEnd - 1))) {
            oldEnd--;
            nowEnd--;
        }
        List<LineRange> added = new ArrayList<>();
        for (int index : notCommon(old.subList(start, oldEnd), now.subList(start, nowEnd))) {
            added.add(LineRange.of(start + index + 1));
        }
        return new LineRanges(added);
    }

    /** The indexes of {@code now} that are not in the longest common subsequence. */
    private static List<Integer> notCommon(List<String> old, List<String> now) {
        boolean small = (long) old.size() * now.size() <= MOST_CELLS;
        int[][] common = new int[small ? old.size() + 1 : 1][now.size() + 1];
        for (int i = common.length - 2; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<Integer> added = new ArrayList<>();
        int i = 0;
        for (int j = 0; j < now.size(); j++) {
            while (i < common.length - 1 && !old.get(i).equals(now.get(j)) && common[i + 1][j] >= common[i][j + 1]) {
                i++;
            }
            if (i < common.length - 1 && old.get(i).equals(now.get(j))) {
                i++;
            } else {
                added.add(j);
            }
        }
        return added;
    }
}

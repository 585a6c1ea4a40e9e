package org.klpls.core.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Names near to a misspelt one, by edit distance (Damerau's, neighbours swapped count one). */
public final class SimilarNames {
    /** The kernel's KSYM_NAME_LEN: longer input is no symbol name and is not worth a search. */
    private static final int LONGEST = 512;

    private record Candidate(String name, int distance) {}

    private SimilarNames() {}

    /** The nearest of {@code names}, best first, without doubles, at most {@code limit}. */
    public static List<String> of(String wanted, Stream<String> names, int limit) {
        if (wanted.isEmpty() || wanted.length() > LONGEST || limit <= 0) {
            return List.of();
        }
        int bound = Math.min(3, 1 + wanted.length() / 6);
        List<Candidate> near = new ArrayList<>();
        names.forEach(name -> {
            int distance = distanceWithin(wanted, name, bound);
            if (distance <= bound) {
                near.add(new Candidate(name, distance));
            }
        });
        return near.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .limit(limit)
                .map(Candidate::name)
                .toList();
    }

    /** Edit distance of two names, or {@code bound + 1} as soon as it is clear that it is more than {@code bound}. */
    static int distanceWithin(String a, String b, int bound) {
        if (Math.abs(a.length() - b.length()) > bound) {
            return bound + 1;
        }
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            int best = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(substituted, Math.min(last[j], row[j - 1]) + 1);
                if (swapped(a, i, b, j)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
                best = Math.min(best, row[j]);
            }
            if (best > bound) {
                return bound + 1;
            }
            int[] reused = beforeLast;
            beforeLast = last;
            last = row;
            row = reused;
        }
        return Math.min(last[b.length()], bound + 1);
    }

    private static boolean swapped(String a, int i, String b, int j) {
        return i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    }
}

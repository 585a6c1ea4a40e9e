package org.klpls.c.pp;

import java.util.Arrays;

/** The arguments of one macro call, as ranges of the {@link TokenBuffer} that the expander keeps. */
final class Arguments {
    private final int[] starts;
    private final int[] ends;
    private final int[] expandedStarts;
    private final int[] expandedEnds;
    /** How many were given; may be more than there are parameters. */
    int count;
    /** Whether the variadic parameter got no argument at all, so that a comma before it goes too. */
    boolean variadicOmitted;

    Arguments(int parameters) {
        int slots = Math.max(1, parameters);
        starts = new int[slots];
        ends = new int[slots];
        expandedStarts = new int[slots];
        expandedEnds = new int[slots];
        Arrays.fill(expandedStarts, -1);
    }

    void given(int start, int end) {
        if (count < starts.length) {
            starts[count] = start;
            ends[count] = end;
        }
        count++;
    }

    int start(int index) {
        return starts[index];
    }

    int end(int index) {
        return ends[index];
    }

    /** Tokens, written or expanded, whichever are more. */
    int length(int index) {
        return Math.max(ends[index] - starts[index], expandedEnds[index] - Math.max(0, expandedStarts[index]));
    }

    boolean isEmpty(int index) {
        return starts[index] == ends[index];
    }

    boolean isExpanded(int index) {
        return expandedStarts[index] >= 0;
    }

    void expanded(int index, int start, int end) {
        expandedStarts[index] = start;
        expandedEnds[index] = end;
    }

    int expandedStart(int index) {
        return expandedStarts[index];
    }

    int expandedEnd(int index) {
        return expandedEnds[index];
    }
}

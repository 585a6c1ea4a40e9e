package org.klpls.c.pp;

import java.util.Arrays;

/**
 * Runs of tokens that stand before the rest of the file: bodies of macros and arguments, outermost first. A macro is
 * disabled while its body is on the stack.
 */
final class ExpansionStack {
    private final MacroTable macros;
    private long[][] tokens = new long[64][];
    private int[] positions = new int[64];
    private int[] ends = new int[64];
    private long[] shifts = new long[64];
    /** The macro whose expansion it is; -1 for none. */
    private int[] names = new int[64];
    /** Where the macro was called, seen from its caller: what __LINE__ in it is the line of. */
    private int[] points = new int[64];
    private boolean[] barriers = new boolean[64];
    private int depth;

    ExpansionStack(MacroTable macros) {
        this.macros = macros;
    }

    boolean isEmpty() {
        return depth == 0;
    }

    // Of the innermost run; there must be one.

    boolean atEnd() {
        return positions[depth - 1] == ends[depth - 1];
    }

    /** Whether what stands below may not be read: the run is an argument being expanded for itself. */
    boolean isBarrier() {
        return barriers[depth - 1];
    }

    void makeBarrier() {
        barriers[depth - 1] = true;
    }

    int point() {
        return points[depth - 1];
    }

    long take() {
        int top = depth - 1;
        return tokens[top][positions[top]++] + shifts[top];
    }

    /** Makes the token that was taken last the next one again. */
    void putBack() {
        positions[depth - 1]--;
    }

    /**
     * @param shift added to each token, for its location
     * @param name symbol of the macro whose body it is, or -1
     */
    void push(long[] run, int start, int end, long shift, int name, int point) {
        if (depth == positions.length) {
            grow();
        }
        tokens[depth] = run;
        positions[depth] = start;
        ends[depth] = end;
        shifts[depth] = shift;
        names[depth] = name;
        points[depth] = point;
        barriers[depth] = false;
        depth++;
        if (name >= 0) {
            macros.setDisabled(name, true);
        }
    }

    void pop() {
        int name = names[--depth];
        if (name >= 0) {
            macros.setDisabled(name, false);
        }
    }

    private void grow() {
        int capacity = depth * 2;
        tokens = Arrays.copyOf(tokens, capacity);
        positions = Arrays.copyOf(positions, capacity);
        ends = Arrays.copyOf(ends, capacity);
        shifts = Arrays.copyOf(shifts, capacity);
        names = Arrays.copyOf(names, capacity);
        points = Arrays.copyOf(points, capacity);
        barriers = Arrays.copyOf(barriers, capacity);
    }
}

package org.klpls.c.pp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Notes through which macros each token comes. Where it is in use, the location of a token from a macro is negative and stands
 * for an entry here, as gcc's virtual locations do; elsewhere locations lead straight to the texts and nothing is noted.
 */
final class Provenance {
    /** One macro's expansion. {@code call} is the location of the name that called it, which may be an entry itself. */
    record Expansion(int macro, int definition, int call) {}

    /** Entries stop here: a unit of some million tokens needs a tenth. */
    private static final int MOST = 1 << 25;
    /** Macros in macros that are told of. */
    private static final int DEEPEST = 500;

    private final List<Expansion> expansions = new ArrayList<>();
    /** For each entry the location that it replaced, and its expansion; the token is an argument where that is negative. */
    private int[] replaced = new int[1 << 12];
    private int[] byExpansion = new int[1 << 12];
    private int entries;

    /** A macro is about to be expanded. */
    void enter(int macro, int definition, long name) {
        expansions.add(new Expansion(macro, definition, RawToken.location(name)));
    }

    /** The body of an object-like macro, its base already in place. */
    long[] body(long[] body, long shift) {
        int expansion = expansions.size() - 1;
        long[] noted = new long[body.length];
        for (int i = 0; i < body.length; i++) {
            noted[i] = noted(body[i] + shift, expansion);
        }
        return noted;
    }

    /** What was put in the place of a call: what has no entry by now comes from the macro's body. */
    void body(TokenBuffer buffer, int start, int expansion) {
        for (int i = start; i < buffer.size(); i++) {
            if (RawToken.location(buffer.get(i)) >= 0) {
                buffer.set(i, noted(buffer.get(i), expansion));
            }
        }
    }

    /** The arguments of a call, as written and expanded. */
    void arguments(TokenBuffer buffer, Arguments arguments, int count, int expansion) {
        for (int index = 0; index < count; index++) {
            argument(buffer, arguments.start(index), arguments.end(index), expansion);
            if (arguments.isExpanded(index)) {
                argument(buffer, arguments.expandedStart(index), arguments.expandedEnd(index), expansion);
            }
        }
    }

    private void argument(TokenBuffer buffer, int start, int end, int expansion) {
        for (int i = start; i < end; i++) {
            buffer.set(i, noted(buffer.get(i), ~expansion));
        }
    }

    /** Index of the expansion that was entered last. */
    int expansion() {
        return expansions.size() - 1;
    }

    private long noted(long token, int expansion) {
        if (RawToken.tokenClass(token) == RawToken.PADDING || entries == MOST) {
            return token;
        }
        if (entries == replaced.length) {
            replaced = Arrays.copyOf(replaced, entries * 2);
            byExpansion = Arrays.copyOf(byExpansion, entries * 2);
        }
        replaced[entries] = RawToken.location(token);
        byExpansion[entries] = expansion;
        return (long) ~entries++ << 32 | token & 0xffff_ffffL;
    }

    /** Where a token's characters stand. */
    int written(int location) {
        int at = location;
        while (at < 0) {
            at = replaced[~at];
        }
        return at;
    }

    /** The expansions that a token comes through, the innermost first. */
    List<Expansion> expansions(int location) {
        return expansions(location, new HashMap<>(), 0);
    }

    private List<Expansion> expansions(int location, Map<Integer, List<Expansion>> known, int depth) {
        if (location >= 0 || depth == DEEPEST) {
            return List.of();
        }
        List<Expansion> before = known.get(location);
        if (before != null) {
            return before;
        }
        int index = byExpansion[~location];
        Expansion own = expansions.get(index < 0 ? ~index : index);
        List<Expansion> outer = expansions(own.call, known, depth + 1);
        List<Expansion> chain = new ArrayList<>();
        if (index < 0) {
            // What an argument came through before it was one lies further in than the call that it is an argument of.
            List<Expansion> inner = expansions(replaced[~location], known, depth + 1);
            chain.addAll(inner.subList(0, inner.size() - common(inner, outer)));
        }
        chain.add(own);
        chain.addAll(outer);
        known.put(location, chain);
        return chain;
    }

    /** How many of the last are the same. */
    private static int common(List<Expansion> one, List<Expansion> other) {
        int count = 0;
        while (count < one.size() && count < other.size()
                && one.get(one.size() - 1 - count).equals(other.get(other.size() - 1 - count))) {
            count++;
        }
        return count;
    }
}

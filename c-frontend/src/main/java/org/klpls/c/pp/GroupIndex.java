package org.klpls.c.pp;

import java.util.Arrays;

import org.klpls.c.pp.LexedFile.DirectiveLine;

/** Finds a file's conditional groups and its include guard. */
final class GroupIndex {
    private GroupIndex() {}

    /** For each directive that begins a group the one that ends it; the number of directives if none does. */
    static int[] groupEnds(DirectiveLine[] directives) {
        int[] ends = new int[directives.length];
        Arrays.fill(ends, directives.length);
        int[] open = new int[directives.length];
        int depth = 0;
        for (int i = 0; i < directives.length; i++) {
            Directive kind = directives[i].kind();
            if (kind.opensGroup()) {
                open[depth++] = i;
            } else if (kind.dividesGroups() && depth > 0) {
                ends[open[depth - 1]] = i;
                open[depth - 1] = i;
            } else if (kind == Directive.ENDIF && depth > 0) {
                ends[open[--depth]] = i;
            }
        }
        return ends;
    }

    /** Whether an #if has no #endif. */
    static boolean hasUnclosed(DirectiveLine[] directives) {
        int depth = 0;
        for (DirectiveLine directive : directives) {
            depth += directive.kind().opensGroup() ? 1 : directive.kind() == Directive.ENDIF && depth > 0 ? -1 : 0;
        }
        return depth > 0;
    }

    /** The symbol of X where the whole file stands in one {@code #ifndef X} or {@code #if !defined X}, else -1. */
    static int guard(long[] tokens, DirectiveLine[] directives, int[] groupEnds) {
        if (directives.length < 2 || directives[0].start() != 0) {
            return -1;
        }
        int end = groupEnds[0];
        boolean whole = end == directives.length - 1 && directives[end].kind() == Directive.ENDIF
                && directives[end].end() == tokens.length;
        return whole ? tested(tokens, directives[0]) : -1;
    }

    private static int tested(long[] tokens, DirectiveLine first) {
        int at = first.start() + 2;
        if (first.kind() == Directive.IFNDEF) {
            return first.end() == at + 1 ? identifier(tokens[at]) : -1;
        }
        boolean negated = first.kind() == Directive.IF && first.end() >= at + 3
                && RawToken.symbol(tokens[at + 1]) == Words.DEFINED
                && RawToken.isWord(tokens[at], Words.NOT_WORD);
        if (!negated) {
            return -1;
        }
        int rest = first.end() - at;
        if (rest == 3) {
            return identifier(tokens[at + 2]);
        }
        return rest == 5 && RawToken.isWord(tokens[at + 2], Words.LPAREN_WORD)
                && RawToken.isWord(tokens[at + 4], Words.RPAREN_WORD) ? identifier(tokens[at + 3]) : -1;
    }

    private static int identifier(long token) {
        return RawToken.tokenClass(token) == RawToken.IDENTIFIER ? RawToken.symbol(token) : -1;
    }
}

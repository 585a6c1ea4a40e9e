package org.klpls.c.parse;

import java.util.ArrayList;
import java.util.List;

import org.klpls.c.ast.ExternalDeclaration;
import org.klpls.c.ast.FunctionDefinition;
import org.klpls.c.ast.Moved;
import org.klpls.c.pp.SourceMap;
import org.klpls.c.pp.TokenSequence;

/**
 * Reads the declarations of a newer text, and takes over those of an earlier one that would come out the same: the same tokens as
 * far as the parser looked, no name among them that means something else by now, nothing wrong with them.
 */
final class Rereading {
    private final Recovering parser;
    private final NameScopes names;
    private final TokenSequence tokens;
    private final SourceMap map;
    private final TokenSequence earlierTokens;
    private final List<ReadDeclaration> earlier;
    private final NameDifferences differences;
    private final List<ReadDeclaration> read = new ArrayList<>();
    /** The earlier declarations before this one are passed. */
    private int next;
    /** How much further tokens stand than in the earlier text, and up to which one they are the same there. */
    private int shift;
    private int alikeUpTo;

    Rereading(Recovering parser, SourceMap map, Continuation.Own earlier) {
        this.parser = parser;
        this.names = parser.names;
        this.tokens = parser.tokens;
        this.map = map;
        this.earlierTokens = earlier.tokens();
        this.earlier = earlier.declarations();
        this.differences = new NameDifferences(names);
    }

    List<ReadDeclaration> all() {
        while (parser.isBefore(Integer.MAX_VALUE)) {
            if (!takesOver()) {
                ReadDeclaration one = parser.next();
                differences.newer(one.declared());
                read.add(one);
            }
        }
        return read;
    }

    /** Takes over as many declarations as can be; false if the next one is to be read. */
    private boolean takesOver() {
        int at = parser.here();
        return takesOver(next, at) || takesOver(next + 1, at)
                || takesOver(indexOf(at - (tokens.size() - earlierTokens.size())), at);
    }

    private boolean takesOver(int index, int at) {
        if (index < next || index >= earlier.size()) {
            return false;
        }
        int candidate = at - first(index);
        if (candidate != shift || at >= alikeUpTo) {
            shift = candidate;
            alikeUpTo = at + tokens.alike(at, earlierTokens, first(index));
        }
        if (!hasSameTokens(earlier.get(index))) {
            return false;
        }
        while (next < index) {
            differences.earlier(earlier.get(next++).declared());
        }
        differences.settle();
        int before = next;
        while (next < earlier.size() && isTheSame(earlier.get(next))) {
            take(earlier.get(next++));
        }
        if (next > before) {
            parser.jumpTo(read.getLast().node().end());
        }
        return next > before;
    }

    private boolean hasSameTokens(ReadDeclaration one) {
        return one.plain() && one.furthest() + shift < alikeUpTo && isReadAsFar(one.node());
    }

    private boolean isTheSame(ReadDeclaration one) {
        return hasSameTokens(one) && !differences.areAmong(earlierTokens, one.node().first(), one.furthest());
    }

    /** The body of a function waits where it stands in a header. */
    private boolean isReadAsFar(ExternalDeclaration node) {
        return !(node instanceof FunctionDefinition function)
                || function.body().isPresent() == map.inMainFile(tokens, function.bodyFirst() + shift);
    }

    private void take(ReadDeclaration one) {
        names.repeat(one.declared());
        read.add(shift == 0
                ? one
                : new ReadDeclaration(Moved.by(shift, one.node()), one.furthest() + shift, true, one.declared()));
    }

    private int first(int index) {
        return earlier.get(index).node().first();
    }

    /** The earlier declaration that begins with this token; -1 if none does. */
    private int indexOf(int token) {
        int low = next;
        int high = earlier.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int first = first(middle);
            if (first == token) {
                return middle;
            }
            if (first < token) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }
}

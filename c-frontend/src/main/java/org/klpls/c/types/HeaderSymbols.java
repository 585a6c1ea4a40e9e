package org.klpls.c.types;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.klpls.c.ast.HeaderDeclarations;
import org.klpls.c.ast.Outline;
import org.klpls.c.pp.TokenSequence;

/**
 * Puts the declarations of headers into their scope when a name of theirs is first asked for: all that declare it, and all that
 * declare what these declare, so that each name is known wholly or not at all. Safe for all threads.
 */
final class HeaderSymbols {
    private final HeaderDeclarations headers;
    private final Outline outline;
    private final TokenSequence tokens;
    private final Declarations scope;
    private final BitSet symbols = new BitSet();
    private final BitSet declarations = new BitSet();
    /** The names that nothing has to be done for any more. */
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /** @param scope where they are put */
    HeaderSymbols(HeaderDeclarations headers, TokenSequence tokens, Declarations scope) {
        this.headers = headers;
        this.outline = headers.outline();
        this.tokens = tokens;
        this.scope = scope;
    }

    /** Sees to it that all declarations of a name, and definitions of tags of that name, are in the scope. */
    void put(String name) {
        if (known.contains(name)) {
            return;
        }
        OptionalInt symbol = tokens.symbolOf(name);
        if (symbol.isPresent() && outline.isDeclared(symbol.getAsInt())) {
            put(symbol.getAsInt());
            known.add(name);
        }
    }

    private synchronized void put(int symbol) {
        BitSet found = new BitSet();
        Deque<Integer> pending = new ArrayDeque<>();
        if (!symbols.get(symbol)) {
            symbols.set(symbol);
            pending.add(symbol);
        }
        while (!pending.isEmpty()) {
            for (int declaration : outline.declaring(pending.remove())) {
                if (!declarations.get(declaration)) {
                    declarations.set(declaration);
                    found.set(declaration);
                    names(declaration, pending);
                }
            }
        }
        found.stream().forEach(it -> scope.add(headers.all().get(it)));
    }

    private void names(int declaration, Deque<Integer> pending) {
        for (int i = 0; i < outline.nameCount(declaration); i++) {
            int symbol = Outline.symbol(outline.name(declaration, i));
            if (!symbols.get(symbol)) {
                symbols.set(symbol);
                pending.add(symbol);
            }
        }
    }

    /** Puts all of them into the scope. */
    synchronized void putAll() {
        for (int i = declarations.nextClearBit(0); i < outline.size(); i = declarations.nextClearBit(i)) {
            if (outline.nameCount(i) == 0) {
                declarations.set(i);
                scope.add(headers.all().get(i));
            } else {
                put(Outline.symbol(outline.name(i, 0)));
            }
        }
    }
}

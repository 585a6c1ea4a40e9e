package org.klpls.c.pp;

import java.util.List;

import org.klpls.c.text.SourceRange;

/**
 * Through which macros the tokens of a unit came. It is made on request, by preprocessing once more and noting all: see
 * {@link Preprocessor#trace}.
 */
public final class MacroTrace {
    /**
     * One macro that a token came through, out of its body or as an argument.
     *
     * @param definition the macro's name in its #define
     * @param call the macro's name where it was called: in a file, or in the body of the next macro outwards
     */
    public record Use(String macro, SourceRange definition, SourceRange call) {}

    private final Preprocessed unit;
    private final Provenance provenance;

    MacroTrace(Preprocessed unit, Provenance provenance) {
        this.unit = unit;
        this.provenance = provenance;
    }

    /** How many tokens there are, the end among them; index i is the token i of the unit. */
    public int size() {
        return unit.tokens().size();
    }

    /** Where a token's characters stand. */
    public SourceRange spelling(int token) {
        return unit.map().token(provenance.written(unit.tokens().spelling(token)));
    }

    /** The macros that a token came through, the innermost first; empty for one that no macro made. */
    public List<Use> macros(int token) {
        return provenance.expansions(unit.tokens().spelling(token)).stream().map(this::use).toList();
    }

    private Use use(Provenance.Expansion expansion) {
        return new Use(unit.tokens().interner().text(expansion.macro()), unit.map().token(expansion.definition()),
                unit.map().token(provenance.written(expansion.call())));
    }
}

package org.klpls.c.parse;

import java.util.Set;
import org.klpls.c.ast.Qualifier;

import static org.klpls.c.parse.GnuCParserConstants.ATOMIC;
import static org.klpls.c.parse.GnuCParserConstants.CONST;
import static org.klpls.c.parse.GnuCParserConstants.RESTRICT;
import static org.klpls.c.parse.GnuCParserConstants.SEG_FS;
import static org.klpls.c.parse.GnuCParserConstants.SEG_GS;
import static org.klpls.c.parse.GnuCParserConstants.VOLATILE;

/** Collects qualifiers. The few sets that occur are shared. */
final class QualifierSet {
    private static final SharedSets<Qualifier> SETS = new SharedSets<>(Qualifier.class);

    private int bits;

    void add(int kind) {
        bits |= 1 << qualifier(kind).ordinal();
    }

    boolean isEmpty() {
        return bits == 0;
    }

    Set<Qualifier> set() {
        return SETS.of(bits);
    }

    private static Qualifier qualifier(int kind) {
        return switch (kind) {
            case CONST -> Qualifier.CONST;
            case VOLATILE -> Qualifier.VOLATILE;
            case RESTRICT -> Qualifier.RESTRICT;
            case ATOMIC -> Qualifier.ATOMIC;
            case SEG_GS -> Qualifier.SEG_GS;
            case SEG_FS -> Qualifier.SEG_FS;
            default -> throw new IllegalStateException("no qualifier: " + kind);
        };
    }
}

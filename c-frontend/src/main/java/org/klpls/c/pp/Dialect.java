package org.klpls.c.pp;

import java.util.List;

/** Which spellings are keywords: what {@code -std} says of them. */
public enum Dialect {
    /** {@code -std=gnu89} to {@code gnu17}, gcc's default up to 14; what kernels build with. */
    GNU,
    /** {@code -std=c89} to {@code c17}: {@code asm} and {@code typeof} are names. */
    STRICT,
    /** C23, GNU or strict: {@code bool}, {@code nullptr}, {@code typeof_unqual} and others are keywords. */
    C23;

    private static final byte[][] KINDS = {kinds(GNU), kinds(STRICT), kinds(C23)};

    /** The dialect that gcc's last {@code -std=} chooses; {@link #GNU} without one. */
    public static Dialect of(List<String> arguments) {
        Dialect dialect = GNU;
        for (String argument : arguments) {
            if (argument.equals("-ansi")) {
                dialect = STRICT;
            } else if (argument.startsWith("-std=")) {
                dialect = ofStandard(argument.substring("-std=".length()));
            }
        }
        return dialect;
    }

    private static Dialect ofStandard(String name) {
        if (name.endsWith("2x") || name.endsWith("23") || name.endsWith("2y") || name.endsWith("26")) {
            return C23;
        }
        return name.startsWith("gnu") ? GNU : STRICT;
    }

    /** Ordinal of the {@link TokenKind} of each of {@link Words}. */
    byte[] wordKinds() {
        return KINDS[ordinal()];
    }

    private static byte[] kinds(Dialect dialect) {
        byte[] kinds = new byte[Words.count];
        for (int word = 0; word < kinds.length; word++) {
            TokenKind kind = switch (dialect) {
                case GNU -> Words.gnu(word);
                case STRICT -> Words.strict(word);
                case C23 -> Words.c23(word);
            };
            kinds[word] = (byte) kind.ordinal();
        }
        return kinds;
    }
}

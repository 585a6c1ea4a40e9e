package org.klpls.c.pp;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which C a gcc reads: what {@code -std} says, and which gcc it is.
 *
 * @param isStrict ISO C without GNU's extensions: {@code asm} is a name
 * @param isC23 {@code -std=gnu23} or {@code c23} by any of their names
 * @param gccVersion the major version, for what came with one of them
 */
public record Dialect(boolean isStrict, boolean isC23, int gccVersion) {
    /** {@code -std=gnu11} of gcc 12: what kernels build with. */
    public static final Dialect GNU = new Dialect(false, false, 12);
    /** {@code -std=gnu23} of the newest gcc. */
    public static final Dialect C23 = new Dialect(false, true, 15);

    private static final int C23_BY_DEFAULT = 15;
    private static final int C23_KEYWORDS = 13;
    private static final int ENUM_TYPES = 13;
    private static final Map<Dialect, byte[]> KINDS = new ConcurrentHashMap<>();

    /** The dialect that gcc's last {@code -std=} chooses; without one gcc 15 reads {@code gnu23}, an older one {@code gnu17}. */
    public static Dialect of(List<String> arguments, int gccVersion) {
        Dialect dialect = new Dialect(false, gccVersion >= C23_BY_DEFAULT, gccVersion);
        for (String argument : arguments) {
            if (argument.equals("-ansi")) {
                dialect = new Dialect(true, false, gccVersion);
            } else if (argument.startsWith("-std=")) {
                String name = argument.substring("-std=".length());
                dialect = new Dialect(!name.startsWith("gnu"), isC23(name), gccVersion);
            }
        }
        return dialect;
    }

    private static boolean isC23(String name) {
        return name.endsWith("2x") || name.endsWith("23") || name.endsWith("2y") || name.endsWith("26")
                || name.equals("iso9899:2024");
    }

    /** Whether {@code bool}, {@code nullptr} and their like are keywords. */
    public boolean hasC23Keywords() {
        return isC23 && gccVersion >= C23_KEYWORDS;
    }

    /** Whether {@code enum e : int} is C, as it is in every standard from gcc 13 on. */
    public boolean hasEnumTypes() {
        return gccVersion >= ENUM_TYPES;
    }

    /** Whether a list of parameters may be {@code ...} alone, and a compound literal {@code (static int){1}}. */
    public boolean hasLooseParametersAndLiterals() {
        return gccVersion >= 13;
    }

    /** Whether {@code 1wb} is a number. */
    public boolean hasBitInt() {
        return gccVersion >= 14;
    }

    /**
     * Whether it has what came after C23, as gcc 15 has it in every standard: {@code if (int x = f())}, {@code break outer},
     * {@code _Generic(int, …)}, {@code 0o17}; and gcc 15's own: asm with operands outside of functions, {@code musttail} before a return.
     */
    public boolean hasAfterC23() {
        return gccVersion >= 15;
    }

    /** Whether in {@code typedef int t; { int t = t; }} the last t is the type, as gcc's parser has read it before the = was done. */
    public boolean readsAheadOfDeclaredName() {
        return gccVersion >= 13;
    }

    /** Whether {@code "\\x{41}"} is an escape sequence. */
    public boolean hasDelimitedEscapes() {
        return gccVersion >= 13;
    }

    /** Whether gcc has an attribute {@code [[gnu::name]]}: of others it reads no arguments. */
    public boolean hasGnuAttribute(String name) {
        return FeatureTable.knowsAttribute(gccVersion, name);
    }

    /** Whether {@code auto} without a type takes the initialiser's. */
    public boolean hasAutoType() {
        return hasC23Keywords();
    }

    /** Ordinal of the {@link TokenKind} of each of {@link Words}. */
    byte[] wordKinds() {
        return KINDS.computeIfAbsent(this, Dialect::kinds);
    }

    private static byte[] kinds(Dialect dialect) {
        byte[] kinds = new byte[Words.count];
        for (int word = 0; word < kinds.length; word++) {
            kinds[word] = (byte) Words.kind(word, dialect).ordinal();
        }
        return kinds;
    }
}

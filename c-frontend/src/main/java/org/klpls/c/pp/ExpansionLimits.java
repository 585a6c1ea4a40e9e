package org.klpls.c.pp;

/** Ends macro bombs: a call that makes too much counts as one, is told once, and what is left of it stays as it is. */
final class ExpansionLimits {
    /** Tokens that one outermost macro call, or one unit, may put on the stack before it counts as a bomb. */
    static final long MOST_IN_CALL = 1 << 22;
    private static final long MOST_IN_UNIT = 1 << 24;
    private static final int CHARACTERS_A_TOKEN = 16;
    /** Characters of a token whose copies count. */
    private static final int LONG = 1 << 12;

    private final Unit unit;
    private long inCall;
    private long inUnit;
    private boolean bomb;
    /** Whether # or ## has made a long token in the unit. */
    private boolean hasLong;
    /** Once a call was a bomb, all that follow may make as much as one together. */
    private long mostInUnit = MOST_IN_UNIT;

    ExpansionLimits(Unit unit) {
        this.unit = unit;
    }

    /** An outermost call begins. */
    void beginCall() {
        inCall = 0;
        bomb = false;
    }

    /** Whether the outermost call counts as a bomb. */
    boolean isBomb() {
        return bomb;
    }

    /** So many tokens are put on the stack. */
    void push(int tokens) {
        inCall += tokens + 1;
        inUnit += tokens + 1;
        if ((inCall > MOST_IN_CALL || inUnit > mostInUnit) && !bomb) {
            tooMuch();
        }
    }

    /** How many tokens macros of the unit have put on the stack. */
    long pushed() {
        return inUnit;
    }

    /** Counts tokens that need not be put there. */
    void pushed(long more) {
        inUnit += more;
    }

    /** Whether the call has made so many characters with # and ## that it counts as a bomb. */
    boolean tooLong(int characters) {
        inCall += characters / CHARACTERS_A_TOKEN;
        hasLong |= characters > LONG;
        if (characters > Spelling.LONGEST || inCall > MOST_IN_CALL) {
            tooMuch();
        }
        return bomb;
    }

    /** Whether copies of these tokens make so many characters that the call counts as a bomb. Costs only once a token is long. */
    boolean tooLong(long[] tokens, int start, int end) {
        if (!hasLong) {
            return false;
        }
        long characters = 0;
        for (int i = start; i < end; i++) {
            boolean padding = RawToken.tokenClass(tokens[i]) == RawToken.PADDING;
            characters += padding ? 0 : unit.spelling.text(tokens[i]).length();
        }
        inCall += characters / CHARACTERS_A_TOKEN;
        if (inCall > MOST_IN_CALL) {
            tooMuch();
        }
        return bomb;
    }

    /** Whether a buffer may not hold so many tokens; then the call counts as a bomb. */
    boolean overflows(long tokens) {
        if (tokens > MOST_IN_CALL) {
            tooMuch();
        }
        return bomb;
    }

    /** The call counts as a bomb. */
    void tooMuch() {
        if (!bomb) {
            bomb = true;
            unit.isReadWhole();
            mostInUnit = Math.min(mostInUnit, inUnit + MOST_IN_CALL);
            unit.problems.error(unit.expander.outermost(),
                    "this macro expands to too much; the rest of it is left as it is");
        }
    }
}

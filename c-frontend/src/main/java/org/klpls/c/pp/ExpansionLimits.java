package org.klpls.c.pp;

/**
 * Ends macro bombs: a call that makes too much counts as one, is told once, and what is left of it stays as it is. Bounds as well for how
 * many calls without their parenthesis the end is guessed.
 */
final class ExpansionLimits {
    /**
     * What a unit has used up of its limits, for one that goes on where it ended.
     *
     * @param pushed tokens that macros have put on the stack
     * @param most of them in the unit: fewer after a bomb
     * @param hasLong whether # or ## has made a long token
     * @param guesses calls whose end was guessed
     */
    record Spent(long pushed, long most, boolean hasLong, int guesses) {
        /** Whether nothing happened but the usual. */
        boolean isUsual() {
            return most == MOST_IN_UNIT && !hasLong && guesses == 0;
        }
    }

    /** Each of these calls may be looked for up to the end of the file. */
    private static final int MOST_GUESSES = 20;
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
    private int guesses;

    ExpansionLimits(Unit unit) {
        this.unit = unit;
    }

    Spent spent() {
        return new Spent(inUnit, mostInUnit, hasLong, guesses);
    }

    /** Goes on where another unit ended. */
    void goOn(Spent spent) {
        inUnit = spent.pushed();
        mostInUnit = spent.most();
        hasLong = spent.hasLong();
        guesses = spent.guesses();
    }

    /** Counts a call whose end is to be guessed; false if there were too many. */
    boolean guess() {
        if (guesses == MOST_GUESSES) {
            return false;
        }
        guesses++;
        return true;
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
        if (characters > LONG && !hasLong) {
            hasLong = true;
            unit.isReadWhole();
        }
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

package org.klpls.c.parse;

/** A token that fits nowhere: unwinds to the nearest list that can go on without the broken entry. Never leaves this package. */
final class ParseException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient int[] expected;
    private final Kind kind;

    private enum Kind {
        NEW, REPORTED, TOO_DEEP
    }

    private ParseException(String message, int[] expected, Kind kind) {
        super(message, null, false, false);
        this.expected = expected;
        this.kind = kind;
    }

    /** As the generated parser makes it: the kinds that would have fitted, each in an array of its own. */
    ParseException(Token consumed, int[][] sequences, String[] images) {
        this("", kinds(sequences), Kind.NEW);
    }

    /** As the generated parser ends branches that are never reached. */
    ParseException() {
        this("", new int[0], Kind.NEW);
    }

    /** A message that is already complete, for the pending token. */
    ParseException(String message) {
        this(message, new int[0], Kind.NEW);
    }

    /** The problem is known already; only the unwinding is left to do. */
    static ParseException reported() {
        return new ParseException("", new int[0], Kind.REPORTED);
    }

    /** Nothing inside of the declaration can go on: its lists would only meet the limit again and again. */
    static ParseException tooDeep(String message) {
        return new ParseException(message, new int[0], Kind.TOO_DEEP);
    }

    boolean isTooDeep() {
        return kind == Kind.TOO_DEEP;
    }

    int[] expected() {
        return expected;
    }

    boolean isReported() {
        return kind == Kind.REPORTED;
    }

    private static int[] kinds(int[][] sequences) {
        int[] kinds = new int[sequences.length];
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = sequences[i][0];
        }
        return kinds;
    }
}

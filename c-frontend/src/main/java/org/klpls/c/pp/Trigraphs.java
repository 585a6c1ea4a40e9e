package org.klpls.c.pp;

/** The nine trigraphs of C before C23. */
final class Trigraphs {
    private static final String THIRD = "=/'()!<>-";
    private static final String MEANT = "#\\^[]|{}~";

    private Trigraphs() {}

    /**
     * Replaces each in place by what it stands for and a line splice: so all offsets stay, and the lexer sees but the
     * one character.
     */
    static void replace(char[] chars, int length) {
        for (int i = 0; i + 2 < length; i++) {
            int meant = chars[i] == '?' && chars[i + 1] == '?' ? THIRD.indexOf(chars[i + 2]) : -1;
            if (meant < 0) {
                continue;
            }
            boolean splices = MEANT.charAt(meant) == '\\' && (chars[i + 3] == '\n' || chars[i + 3] == '\r');
            if (splices) {
                // The backslash belongs to the end of the line behind it.
                chars[i] = '\\';
                chars[i + 1] = '\n';
                chars[i + 2] = '\\';
            } else {
                chars[i] = MEANT.charAt(meant);
                chars[i + 1] = '\\';
                chars[i + 2] = '\n';
            }
            i += 2;
        }
    }
}

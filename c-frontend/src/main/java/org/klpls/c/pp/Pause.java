package org.klpls.c.pp;

import java.util.Set;

/**
 * A place in the main file, between two tokens and outside of all macros, where its reading can go on: what was true there, and
 * what the piece that begins there depends on.
 *
 * @param position index of the next token of the file
 * @param tokens how many tokens the unit had
 * @param calls {@link SourceMap#callCount}
 * @param changes how many times a macro had changed since the preamble
 * @param conditions the groups of #if that are open: {@link FileFrame#conditions}
 * @param pushed {@link ExpansionLimits#pushed}
 */
record Pause(int position, int tokens, int calls, int changes, int problems, int counter, int[] conditions, long pushed,
        Files files, int piece) {
    /** What a piece depends on beside its tokens and the macros: the line it stands on. */
    static final int LINE = 1;
    /** The number that __COUNTER__ has come to. */
    static final int COUNTER = 2;
    /** It changes macros, includes a file, has a problem, or asks for what is not told here: it is read each time. */
    static final int READ_EACH_TIME = 4;

    /** What had been included. */
    record Files(Set<LexedFile> read, Set<String> onceOnly, int inclusions, int count) {}

    Pause withPiece(int dependsOn) {
        return new Pause(position, tokens, calls, changes, problems, counter, conditions, pushed, files, dependsOn);
    }
}

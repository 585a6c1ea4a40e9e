package org.klpls.c.parse;

import org.jspecify.annotations.Nullable;

/** A token as the generated parser passes it on: its kind, and where in the sequence everything else about it is. */
final class Token {
    final int kind;
    final int index;

    /** The generated parser chains its tokens. */
    @Nullable
    Token next;

    Token(int kind, int index) {
        this.kind = kind;
        this.index = index;
    }

    /** The generated parser's start: before the first token. */
    Token() {
        this(0, -1);
    }
}

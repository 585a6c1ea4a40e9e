package org.klpls.c.ast;

/** A name where it is declared or selected, e.g. {@code x} in {@code int x;} and in {@code p->x}. */
public record Name(int first, String text) implements Node {
    @Override
    public int end() {
        return first + 1;
    }
}

package org.klpls.c.ast;

/** A name where it is declared or selected: {@code x} in {@code extern int x;}, {@code m} in {@code p->m}. */
public record Name(int first, String text) implements Node {
    @Override
    public int end() {
        return first + 1;
    }
}

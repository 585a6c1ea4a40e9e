package org.klpls.c.ast;

/** Which part of an object: in an initialiser, and in offsetof. */
public sealed interface Designator extends Node {
    /** {@code .a}; GNU's old {@code a:} too. */
    record Member(int first, int end, Name name) implements Designator {}

    /** {@code [2]} */
    record Index(int first, int end, Expression index) implements Designator {}

    /** {@code [2 ... 5]}: both ends are meant. */
    record Range(int first, int end, Expression low, Expression high) implements Designator {}
}

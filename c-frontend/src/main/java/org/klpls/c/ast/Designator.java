package org.klpls.c.ast;

/** Which part of an object: in an initialiser, and in offsetof. */
public sealed interface Designator extends Node {
    /** {@code .m} in {@code struct s one = { .m = 1 };}; GNU's old {@code m:} in {@code struct s one = { m: 1 };} too. */
    record Member(int first, int end, Name name) implements Designator {}

    /** {@code [2]} in {@code int list[4] = { [2] = 1 };} */
    record Index(int first, int end, Expression index) implements Designator {}

    /** {@code [2 ... 5]} in {@code int list[9] = { [2 ... 5] = 1 };}: both ends are meant. */
    record Range(int first, int end, Expression low, Expression high) implements Designator {}
}

package org.klpls.c.ast;

/** Operators before their operand; sizeof and casts are nodes of their own. */
public enum UnaryOperator {
    INCREMENT, DECREMENT, ADDRESS, DEREFERENCE, PLUS, MINUS, COMPLEMENT, NOT, REAL, IMAG, EXTENSION
}

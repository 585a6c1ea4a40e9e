package org.klpls.c.ast;

/** Operators between two operands, the loosest first; assignments and the comma are nodes of their own. */
public enum BinaryOperator {
    LOGICAL_OR, LOGICAL_AND, OR, XOR, AND, EQUAL, NOT_EQUAL, LESS, GREATER, LESS_EQUAL, GREATER_EQUAL, SHIFT_LEFT,
    SHIFT_RIGHT, ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER
}

package org.klpls.c.types;

import org.klpls.c.ast.Expression;

/**
 * A place in a function where something is used that is declared outside of all functions.
 *
 * @param target the declaration that the name means there
 * @param in name of the function whose text this stands in: another one than was asked for, if that is reached by inlining
 */
public record Use(Declared target, Kind kind, Expression.Identifier node, String in) {
    /** What is done with it. Of a struct or array, that some part of it is read or written. */
    public enum Kind {
        CALL, READ, WRITE, READ_WRITE, ADDRESS
    }
}

package org.klpls.c.pp;

/**
 * What a #define says. Locations in the body are offsets in the file of the definition, so that all translation units
 * share it.
 *
 * @param name symbol
 * @param location offset of the name
 * @param parameters how many; -1 for an object-like macro
 * @param variadic whether the last parameter takes all arguments that are left
 * @param body {@link RawToken}s
 */
record Macro(int name, int location, int parameters, boolean variadic, long[] body) {
    boolean functionLike() {
        return parameters >= 0;
    }
}

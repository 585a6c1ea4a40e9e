package org.klpls.core.kernel;

import java.util.Optional;

/**
 * A function that has code of its own, seen from one that is copied into it or called by it.
 *
 * @param symbol the symbol of that code: a clone's, where the compiler made one; empty where kallsyms lists none
 * @param times copies, or places that call
 */
public record CodeOf(SourceFunction function, Optional<KernelSymbol> symbol, int times) {
    public CodeOf {
        if (times < 1) {
            throw new IllegalArgumentException("what does not happen is not listed");
        }
    }
}

package org.klpls.core.kernel;

import java.util.List;
import java.util.Optional;

/**
 * What the compiler made of the functions of one object, from its debug info: code of their own, copies inside other
 * functions, or both. Immutable and safe for all threads; each question is answered in milliseconds.
 */
public interface Inlines {
    /**
     * The functions of the source that have this name, also those of which no symbol is left, by file and line. Only
     * declared ones are not among them.
     */
    List<SourceFunction> named(String name);

    /** The function whose code a symbol is; for {@code foo.isra.0}, {@code foo.part.0} and {@code foo.cold} that is foo. */
    Optional<SourceFunction> of(KernelSymbol symbol);

    /** The symbols that are this function's own code, clones too. None: it is only there as copies, or not at all. */
    List<KernelSymbol> symbols(SourceFunction function);

    /**
     * The functions with code of their own that hold inline copies of this one, most copies first. A copy inside a copy
     * counts for the outermost function: that is the one whose code changes when this one's source does, so the one to
     * patch.
     */
    List<CodeOf> inlinedInto(SourceFunction function);

    /**
     * The functions with code of their own that call this one directly, also from inside of what is inlined into them. Calls
     * through pointers are not seen.
     */
    List<CodeOf> calledFrom(SourceFunction function);
}

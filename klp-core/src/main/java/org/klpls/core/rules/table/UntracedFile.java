package org.klpls.core.rules.table;

import java.util.Optional;

import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.kernel.SourceFunction;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.kernel.Traceability;

/**
 * Whether a function's whole file is compiled without the tracer. A file's functions lie together in the image: those
 * before this one are looked at.
 */
final class UntracedFile {
    private static final int LOOKED_AT = 40;
    /** Fewer may all be notrace by themselves. */
    private static final int ENOUGH = 4;

    private UntracedFile() {}

    static boolean holds(TargetKernel kernel, KernelSymbol symbol) {
        Optional<String> file = name(kernel, symbol);
        if (file.isEmpty()) {
            return false;
        }
        int untraced = 1;
        Optional<KernelSymbol> before = kernel.neighbourBefore(symbol);
        for (int i = 0; i < LOOKED_AT && before.isPresent() && name(kernel, before.get()).equals(file); i++) {
            if (before.get().isText() && kernel.traceability(before.get()) instanceof Traceability.Yes) {
                return false;
            }
            untraced++;
            before = kernel.neighbourBefore(before.get());
        }
        return untraced >= ENOUGH;
    }

    static Optional<String> name(TargetKernel kernel, KernelSymbol symbol) {
        return kernel.inlines(symbol.object()).flatMap(inlines -> inlines.of(symbol)).flatMap(SourceFunction::source)
                .map(SourceFunction.Place::file);
    }
}

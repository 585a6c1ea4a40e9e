package org.klpls.core.rules.module;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.kernel.SymbolLookup;
import org.klpls.core.loader.RelocationEvent;
import org.klpls.core.rule.Related;

/** Livepatch symbols that the kernel does not find, with what it found instead. */
final class UnresolvedSymbols {
    private static final int MOST_SHOWN = 20;

    /** A symbol and how its look-up ended. */
    record Unresolved<L extends SymbolLookup>(RelocationEvent.SymbolNotResolved event, L lookup) {}

    private UnresolvedSymbols() {}

    static <L extends SymbolLookup> Stream<Unresolved<L>> of(ModuleContext context, Class<L> ending) {
        return context.events(RelocationEvent.SymbolNotResolved.class).filter(e -> ending.isInstance(e.lookup()))
                .map(e -> new Unresolved<>(e, ending.cast(e.lookup())));
    }

    /** One line an occurrence, in the kernel's order. */
    static List<Related> listed(List<KernelSymbol> occurrences) {
        return IntStream.range(0, Math.min(MOST_SHOWN, occurrences.size())).mapToObj(i -> new Related(
                (i + 1) + "  " + Long.toHexString(occurrences.get(i).address()), java.util.Optional.empty())).toList();
    }
}

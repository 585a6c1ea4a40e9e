package org.klpls.core.kernel;

import java.util.List;
import java.util.Optional;
import org.klpls.core.model.ObjectName;

/**
 * What the kernel finds for a name and a sympos, and what it says when it does not.
 * Source: kernel/livepatch/core.c klp_find_object_symbol(), v6.1.
 */
public sealed interface SymbolLookup {
    /** Exactly what was asked for. */
    record Found(KernelSymbol symbol) implements SymbolLookup {}

    /** No symbol of that name in that object. */
    record NotFound(String name) implements SymbolLookup {}

    /** sympos 0, and several have the name. */
    record Ambiguous(String name, ObjectName object, List<KernelSymbol> occurrences) implements SymbolLookup {}

    /** sympos n, and fewer than n have the name. */
    record PositionNotFound(String name, ObjectName object, long sympos, List<KernelSymbol> occurrences)
            implements
                SymbolLookup {}

    /** The symbols of that object are not known: a module that is not among the given facts. */
    record ObjectUnknown(ObjectName object) implements SymbolLookup {}

    /** The kernel's line in its log, letter for letter; empty where it says nothing. */
    default Optional<String> kernelMessage() {
        return switch (this) {
            case Found _,ObjectUnknown _ -> Optional.empty();
            case NotFound n -> Optional.of("livepatch: symbol '" + n.name() + "' not found in symbol table");
            case Ambiguous a -> Optional.of("livepatch: unresolvable ambiguity for symbol '" + a.name()
                    + "' in object '" + a.object().inKernelMessages() + "'");
            case PositionNotFound p ->
                Optional.of("livepatch: symbol position " + Long.toUnsignedString(p.sympos()) + " for symbol '"
                        + p.name() + "' in object '" + p.object().text() + "' not found");
        };
    }
}

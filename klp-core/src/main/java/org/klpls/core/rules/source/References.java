package org.klpls.core.rules.source;

import java.util.List;
import java.util.stream.Collectors;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.kernel.SymbolLookup;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.source.SymbolReference;

/** What the kernel has for the symbols that a source names in strings. */
final class References {
    private static final int SUGGESTIONS = 3;

    private References() {}

    static SymbolLookup lookup(SourceContext context, SymbolReference reference) {
        return context.kernel().orElseThrow().lookup(reference.object(), reference.symbol(), reference.sympos());
    }

    static Finding finding(RuleInfo rule, SymbolReference reference, String message) {
        return Finding.at(new Place.InSource(reference.place()), rule, message);
    }

    /** Another object that has it, or names like it, as the rest of a sentence; empty where there are none. */
    static String nearTo(SourceContext context, SymbolReference reference) {
        TargetKernel kernel = context.kernel().orElseThrow();
        List<String> similar = kernel.similarNames(reference.object(), reference.symbol(), SUGGESTIONS);
        return kernel.export(reference.symbol()).filter(e -> !e.owner().equals(reference.object()))
                .map(export -> "; " + export.owner().text() + " has it")
                .orElse(similar.isEmpty() ? "" : "; near to it are " + String.join(", ", similar));
    }

    static String addresses(List<KernelSymbol> symbols) {
        return symbols.stream().map(s -> s.sympos() + " is " + Long.toHexString(s.address()))
                .collect(Collectors.joining(", "));
    }
}

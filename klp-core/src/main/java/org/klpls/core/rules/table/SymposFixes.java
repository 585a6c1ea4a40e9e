package org.klpls.core.rules.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.klpls.c.text.SourceRange;
import org.klpls.c.text.Span;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Fix;
import org.klpls.core.rule.Related;
import org.klpls.core.source.PatchedFuncs;

import static org.klpls.core.rules.table.Words.distinction;

/** The occurrences of a name, as places to be shown and as remedies to choose from. */
final class SymposFixes {
    private SymposFixes() {}

    static List<Related> occurrences(TargetKernel kernel, List<KernelSymbol> symbols) {
        return symbols.stream().map(s -> new Related(
                "sympos " + s.sympos() + ": " + Long.toHexString(s.address()) + ", " + distinction(kernel, s),
                Optional.empty())).toList();
    }

    /** One remedy a function, in the kernel's order; none where the entry is no plain text of the author. */
    static List<Fix> choices(TargetKernel kernel, Target target, List<KernelSymbol> symbols) {
        List<Fix> fixes = new ArrayList<>();
        for (KernelSymbol symbol : symbols.stream().filter(KernelSymbol::isText).toList()) {
            List<Fix.Edit> edits = edits(target, symbol.sympos());
            if (!edits.isEmpty()) {
                fixes.add(new Fix("Set .old_sympos = " + symbol.sympos() + " (" + distinction(kernel, symbol) + ")",
                        edits));
            }
        }
        return fixes;
    }

    private static List<Fix.Edit> edits(Target target, int sympos) {
        return target.func().sympos().isPresent()
                ? Literal.replace(target.func().sympos().get().place(), Integer.toString(sympos)).stream().toList()
                : inList(target, sympos).or(
                        () -> BraceList.at(target.func().place()).map(list -> list.append(".old_sympos = " + sympos)))
                        .orElse(List.of());
    }

    /** In a patched_funcs.csv the number follows the name. */
    private static Optional<List<Fix.Edit>> inList(Target target, int sympos) {
        return target.oldName().place() instanceof Place.InSource(SourceRange range)
                && PatchedFuncs.isOne(range.source().path())
                        ? Optional.of(List.of(new Fix.Edit(new SourceRange(range.source(),
                                new Span(range.span().end(), range.span().end())), "," + sympos)))
                        : Optional.empty();
    }
}

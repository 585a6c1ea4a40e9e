package org.klpls.core.rules.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.klpls.core.kernel.CodeOf;
import org.klpls.core.kernel.Inlines;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.kernel.SourceFunction;
import org.klpls.core.kernel.SymbolLookup;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.kernel.Traceability;
import org.klpls.core.model.ObjectName;
import org.klpls.core.rule.Related;

/**
 * A target of which the compiler put copies into other functions.
 *
 * @param hasCode whether there is code of its own too
 * @param holders the functions with copies
 */
record InlinedTarget(Target target, boolean hasCode, List<CodeOf> holders, List<CodeOf> patchable) {
    private static final int MOST_SHOWN = 20;

    InlinedTarget {
        holders = List.copyOf(holders);
        patchable = List.copyOf(patchable);
    }

    static List<InlinedTarget> of(TableContext context) {
        TargetKernel kernel = context.knownKernel();
        List<InlinedTarget> found = new ArrayList<>();
        for (Target target : context.targets()) {
            of(kernel, target).ifPresent(found::add);
        }
        return found;
    }

    static Optional<InlinedTarget> of(TargetKernel kernel, Target target) {
        ObjectName object = target.object().objectName();
        return kernel.inlines(object).flatMap(inlines -> switch (target.lookup(kernel)) {
            case SymbolLookup.Found(KernelSymbol symbol) ->
                inlines.of(symbol).flatMap(function -> of(kernel, inlines, target, true, List.of(function)));
            case SymbolLookup.NotFound _ -> of(kernel, inlines, target, false,
                    inlines.named(target.name()).stream().filter(f -> inlines.symbols(f).isEmpty()).toList());
            case SymbolLookup.Ambiguous _,SymbolLookup.PositionNotFound _,SymbolLookup.ObjectUnknown _ ->
                Optional.empty();
        });
    }

    private static Optional<InlinedTarget> of(TargetKernel kernel, Inlines inlines, Target target, boolean hasCode,
            List<SourceFunction> functions) {
        List<CodeOf> holders = functions.stream().flatMap(f -> inlines.inlinedInto(f).stream()).toList();
        return holders.isEmpty()
                ? Optional.empty()
                : Optional.of(new InlinedTarget(target, hasCode, holders,
                        holders.stream().filter(holder -> isPatchable(kernel, holder)).toList()));
    }

    private static boolean isPatchable(TargetKernel kernel, CodeOf holder) {
        return holder.symbol().filter(symbol -> kernel.traceability(symbol) instanceof Traceability.Yes).isPresent();
    }

    static String name(CodeOf holder) {
        return holder.symbol().map(KernelSymbol::name).orElse(holder.function().name());
    }

    static List<String> names(List<CodeOf> holders) {
        return holders.stream().map(InlinedTarget::name).distinct().toList();
    }

    /** The first few names, and how many more there are. */
    static String listed(List<CodeOf> holders, int most) {
        List<String> names = names(holders);
        return names.size() <= most
                ? Words.listed(names)
                : Words.listed(names.subList(0, most)) + " and " + (names.size() - most) + " more";
    }

    List<Related> related() {
        Stream<Related> shown = holders.stream().limit(MOST_SHOWN)
                .map(holder -> new Related(Words.quoted(name(holder)) + " has " + copies(holder.times())
                        + holder.function().source().map(place -> " (" + place + ")").orElse("")
                        + (patchable.contains(holder) ? "" : "; it cannot be patched"), Optional.empty()));
        int more = holders.size() - MOST_SHOWN;
        return more <= 0
                ? shown.toList()
                : Stream.concat(shown, Stream.of(new Related("and " + more + " more", Optional.empty()))).toList();
    }

    private static String copies(int times) {
        return times == 1 ? "a copy" : times + " copies";
    }
}

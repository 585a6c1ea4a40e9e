package org.klpls.core.facts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.klpls.core.facts.KernelFunctionFacts.Clone;
import org.klpls.core.facts.KernelFunctionFacts.CodeFacts;
import org.klpls.core.facts.KernelFunctionFacts.DefinitionFacts;
import org.klpls.core.facts.KernelFunctionFacts.OccurrenceFacts;
import org.klpls.core.facts.KernelFunctionFacts.Patchable;
import org.klpls.core.kernel.CodeOf;
import org.klpls.core.kernel.Inlines;
import org.klpls.core.kernel.KernelFact;
import org.klpls.core.kernel.KernelModule;
import org.klpls.core.kernel.KernelProblem;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.kernel.PatchPoints;
import org.klpls.core.kernel.SourceFunction;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.kernel.TextRange;
import org.klpls.core.kernel.Traceability;
import org.klpls.core.model.ObjectName;

/** Gathers what a kernel knows of a name. */
public final class KernelFunctions {
    private static final int SIMILAR = 3;

    private KernelFunctions() {}

    public static KernelFunctionFacts of(TargetKernel kernel, ObjectName object, String name) {
        Optional<Inlines> inlines = kernel.inlines(object);
        List<KernelSymbol> symbols = kernel.occurrences(object, name);
        Map<Long, List<String>> names = namesByAddress(kernel, symbols);
        List<OccurrenceFacts> occurrences = symbols.stream()
                .map(symbol -> occurrence(kernel, symbol, names.getOrDefault(symbol.address(), List.of()), inlines))
                .toList();
        List<Clone> clones = clones(kernel, object, name);
        List<DefinitionFacts> definitions = inlines.map(i -> definitions(kernel, i, name)).orElse(List.of());
        boolean known = !occurrences.isEmpty() || !clones.isEmpty() || !definitions.isEmpty();
        return new KernelFunctionFacts(name, object, occurrences, clones,
                known ? List.of() : similar(kernel, object, name),
                known ? List.of() : others(kernel, object, name), otherObjects(kernel, object),
                kernel.prototype(object, name), kernel.declaration(object, name), definitions,
                inlines.isPresent() ? Optional.empty() : Optional.of(inlinesMissing(kernel, object)));
    }

    /** What the kernel makes of such a name; where it makes nothing of it, what is spelt alike. */
    private static List<String> similar(TargetKernel kernel, ObjectName object, String name) {
        List<String> made = SourceNames.othersOf(name).filter(other -> !kernel.occurrences(object, other).isEmpty())
                .distinct().limit(SIMILAR).toList();
        return made.isEmpty() ? kernel.similarNames(object, name, SIMILAR) : made;
    }

    /** vmlinux, and modules that are known, by name. */
    private static List<ObjectName> others(TargetKernel kernel, ObjectName object, String name) {
        return knownBeside(kernel, object).filter(o -> !kernel.occurrences(o, name).isEmpty()).limit(SIMILAR).toList();
    }

    private static int otherObjects(TargetKernel kernel, ObjectName object) {
        return (int) knownBeside(kernel, object).count();
    }

    private static Stream<ObjectName> knownBeside(TargetKernel kernel, ObjectName object) {
        Stream<ObjectName> modules = kernel.modules().modules().stream().map(KernelModule::object);
        return Stream.concat(Stream.of(ObjectName.VMLINUX), modules)
                .filter(o -> !o.equals(object) && kernel.knows(o));
    }

    /** The names of all functions that begin where these do; without those that mark where a section begins or ends. */
    private static Map<Long, List<String>> namesByAddress(TargetKernel kernel, List<KernelSymbol> symbols) {
        Set<Long> addresses = symbols.stream().filter(KernelSymbol::isText).map(KernelSymbol::address)
                .collect(Collectors.toSet());
        Map<Long, List<String>> names = new HashMap<>();
        symbols.stream().limit(1).flatMap(s -> kernel.symbols(s.object()))
                .filter(s -> s.isText() && addresses.contains(s.address()) && !PatchAdvice.isBoundary(s.name()))
                .forEach(s -> names.computeIfAbsent(s.address(), _ -> new ArrayList<>()).add(s.name()));
        return names;
    }

    private static KernelProblem inlinesMissing(TargetKernel kernel, ObjectName object) {
        return kernel.missing(object, KernelFact.INLINES)
                .orElseGet(() -> new KernelProblem(kernel.identity().origin(),
                        "inline copies are not known: no debug info was given",
                        "give the vmlinux with debug info, too"));
    }

    private static List<DefinitionFacts> definitions(TargetKernel kernel, Inlines inlines, String name) {
        return inlines.named(name)
                .stream()
                .map(function -> definition(kernel, inlines, function))
                .filter(d -> !d.symbols().isEmpty() || !d.inlinedInto().isEmpty())
                .toList();
    }

    private static DefinitionFacts definition(TargetKernel kernel, Inlines inlines, SourceFunction function) {
        PatchPoints points = PatchPoints.of(kernel, inlines, function);
        return new DefinitionFacts(function, ofSymbols(kernel, inlines.symbols(function)),
                ofCodes(kernel, inlines.inlinedInto(function)), ofSymbols(kernel, points.own()),
                ofCodes(kernel, points.callers()), ofCodes(kernel, points.gone()),
                ofCodes(kernel, points.beyondReach()));
    }

    private static List<CodeFacts> ofSymbols(TargetKernel kernel, List<KernelSymbol> symbols) {
        return symbols.stream().map(s -> code(kernel, s.name(), Optional.of(s), 0)).toList();
    }

    private static List<CodeFacts> ofCodes(TargetKernel kernel, List<CodeOf> codes) {
        return codes.stream()
                .map(c -> code(kernel, c.symbol().map(KernelSymbol::name).orElse(c.function().name()), c.symbol(),
                        c.times()))
                .toList();
    }

    private static CodeFacts code(TargetKernel kernel, String name, Optional<KernelSymbol> symbol, int copies) {
        Optional<Traceability> traceability = symbol.map(kernel::traceability);
        int sympos = symbol.filter(s -> kernel.occurrences(s.object(), s.name()).size() > 1)
                .map(KernelSymbol::sympos)
                .orElse(0);
        return new CodeFacts(name, sympos, symbol, copies,
                traceability.map(KernelFunctions::patchable).orElse(Patchable.NO),
                symbol.map(s -> reasons(kernel, s)).orElse(List.of()));
    }

    private static OccurrenceFacts occurrence(TargetKernel kernel, KernelSymbol symbol, List<String> names,
            Optional<Inlines> inlines) {
        List<String> reasons = reasons(kernel, symbol);
        return new OccurrenceFacts(symbol, patchable(kernel.traceability(symbol)), reasons,
                PatchAdvice.of(kernel, symbol, reasons),
                names.stream().filter(name -> !name.equals(symbol.name())).distinct().toList(),
                kernel.codeBefore(symbol), inlines.flatMap(i -> i.of(symbol)));
    }

    /** Whether ftrace can take hold of it, and so livepatch. */
    public static Patchable patchable(Traceability traceability) {
        return switch (traceability) {
            case Traceability.Yes _ -> Patchable.YES;
            case Traceability.No _,Traceability.Freed _ -> Patchable.NO;
            case Traceability.Unknown _ -> Patchable.UNKNOWN;
        };
    }

    /** Codes of the rules that a livepatch of such a function breaks. */
    private static List<String> reasons(TargetKernel kernel, KernelSymbol symbol) {
        return switch (kernel.traceability(symbol)) {
            case Traceability.Yes _,Traceability.Unknown _ -> List.of();
            case Traceability.Freed _ -> List.of("klp-target-init");
            case Traceability.No(Traceability.Reason reason) -> List.of(switch (reason) {
                case NOINSTR, ENTRY -> "klp-target-noinstr";
                case NOTRACE, NOT_TEXT, WEAK_LEFTOVER -> withoutTracer(kernel, symbol);
            });
        };
    }

    private static String withoutTracer(TargetKernel kernel, KernelSymbol symbol) {
        if (!symbol.isText()) {
            return "klp-target-data";
        }
        if (symbol.name().contains(".cold")) {
            return "klp-target-cold-part";
        }
        return kernel.range(symbol) == TextRange.EXIT ? "klp-target-exit" : "klp-target-notrace";
    }

    private static List<Clone> clones(TargetKernel kernel, ObjectName object, String name) {
        String prefix = name + ".";
        return kernel.symbols(object)
                .filter(s -> s.isText() && s.name().startsWith(prefix))
                .map(s -> new Clone(s.name(), kind(s.name().substring(name.length())),
                        patchable(kernel.traceability(s))))
                .distinct()
                .sorted(Comparator.comparing(Clone::name))
                .toList();
    }

    /** A clone of a clone is of the last one's kind: {@code .constprop.0.cold} is cold. */
    private static Clone.Kind kind(String suffix) {
        if (suffix.contains(".cold")) {
            return Clone.Kind.COLD;
        }
        if (suffix.contains(".part.")) {
            return Clone.Kind.PART;
        }
        if (suffix.contains(".constprop.")) {
            return Clone.Kind.CONSTPROP;
        }
        return suffix.contains(".isra.") ? Clone.Kind.ISRA : Clone.Kind.OTHER;
    }
}

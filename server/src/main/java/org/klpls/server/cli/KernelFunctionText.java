package org.klpls.server.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.klpls.core.facts.KernelFunctionFacts;
import org.klpls.core.facts.KernelFunctionFacts.Clone;
import org.klpls.core.facts.KernelFunctionFacts.CodeFacts;
import org.klpls.core.facts.KernelFunctionFacts.DefinitionFacts;
import org.klpls.core.facts.KernelFunctionFacts.OccurrenceFacts;
import org.klpls.core.facts.KernelFunctionFacts.Patchable;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.kernel.PatchPoints;
import org.klpls.core.model.ObjectName;

/** What {@code klpls kernel function} prints for people: what the name is, then what to patch. */
final class KernelFunctionText {
    /** More names than these are counted, not listed: JSON lists all. */
    private static final int MOST_LISTED = 24;

    private KernelFunctionText() {}

    static void print(KernelFunctionFacts facts, PrintWriter out) {
        facts.declaration().filter(_ -> !facts.occurrences().isEmpty()).ifPresent(out::println);
        facts.occurrences().forEach(occurrence -> out.println(line(occurrence)));
        if (facts.occurrences().isEmpty()) {
            printAbsent(facts, out);
        }
        if (facts.occurrences().size() > 1 && facts.occurrences().getFirst().symbol().isText()) {
            out.println(
                    "     " + facts.occurrences().size() + " symbols have the name: .old_sympos says which is meant");
        }
        if (!facts.clones().isEmpty()) {
            out.println("made of it by gcc:");
            facts.clones().forEach(clone -> out.println("     " + clone.name() + "  " + words(clone)));
        }
        if (facts.occurrences().isEmpty()) {
            facts.clones().stream().filter(clone -> clone.isWhole() && clone.patchable() == Patchable.YES).findFirst()
                    .ifPresent(
                            clone -> out.println("     name the clone instead: .old_name = \"" + clone.name() + "\""));
            boolean isNever = facts.definitions().isEmpty()
                    && facts.clones().stream().allMatch(clone -> clone.patchable() == Patchable.NO);
            if (isNever && !facts.clones().isEmpty()) {
                out.println("     none of it is traced; patch the callers of " + facts.name() + " instead");
            }
        }
        facts.definitions().forEach(definition -> print(definition, out));
        facts.inlinesMissing().ifPresent(missing -> out.println(missing.message() + "; " + missing.remedy()));
    }

    private static void printAbsent(KernelFunctionFacts facts, PrintWriter out) {
        out.println("no symbol of " + facts.object().text() + " has the name " + facts.name()
                + (facts.others().isEmpty()
                        ? ""
                        : ", but " + facts.others().stream().map(ObjectName::text).collect(Collectors.joining(", "))
                                + " has: --object " + facts.others().getFirst().text())
                + (facts.similar().isEmpty() ? "" : "; similar: " + String.join(", ", facts.similar())));
        if (facts.others().isEmpty() && facts.clones().isEmpty() && facts.definitions().isEmpty()) {
            printNowhere(facts, out);
        }
    }

    /** Why a name may be in no object that is known. */
    private static void printNowhere(KernelFunctionFacts facts, PrintWriter out) {
        out.println("     it is misspelt, or a macro" + (facts.inlinesMissing().isPresent()
                ? ", or gcc copied it into all of its callers"
                : ": debug info does not know it either"));
        if (facts.otherObjects() > 0) {
            out.println("     nor is it in the other " + facts.otherObjects() + " objects that are known");
        } else if (facts.object().equals(ObjectName.VMLINUX)) {
            out.println("     or it is a module's, of which none is known here: name the kernel by its release, or by a"
                    + " folder with boot/ and lib/modules/");
        }
    }

    private static String line(OccurrenceFacts occurrence) {
        KernelSymbol symbol = occurrence.symbol();
        return String.format("%3d  %016x  %s  %s", symbol.sympos(), symbol.address(), symbol.object().text(),
                words(occurrence.patchable(), occurrence.reasons())
                        + occurrence.advice().map(advice -> ": " + advice).orElse("") + sameCode(occurrence))
                + occurrence.function().flatMap(f -> f.source()).map(source -> ", " + source).orElse("")
                + occurrence.before().map(before -> ", after " + before.name()).orElse("");
    }

    private static String sameCode(OccurrenceFacts occurrence) {
        return occurrence.sameCodeAs().isEmpty()
                ? ""
                : "; the same code as " + String.join(", ", occurrence.sameCodeAs())
                        + (occurrence.patchable() == Patchable.YES ? ": patch it by one name only" : "");
    }

    private static String words(Patchable patchable, List<String> reasons) {
        return words(patchable) + (reasons.isEmpty() ? "" : " (" + String.join(", ", reasons) + ")");
    }

    private static String words(Patchable patchable) {
        return switch (patchable) {
            case YES -> "patchable";
            case NO -> "not patchable";
            case UNKNOWN -> "not known whether patchable";
        };
    }

    private static String words(Clone clone) {
        return words(clone.patchable()) + switch (clone.kind()) {
            case ISRA, CONSTPROP -> "; its parameters may differ from the source's";
            case PART -> "; the rest of the function, whose beginning is copied into its callers";
            case COLD -> "; the unlikely part, patched with the function that jumps to it";
            case OTHER -> "";
        };
    }

    private static void print(DefinitionFacts definition, PrintWriter out) {
        out.println("defined in " + definition.function().source().map(Object::toString).orElse("assembler"));
        if (!definition.symbols().isEmpty()) {
            out.println("     its code:   " + listed(definition.symbols(), code -> name(code)));
        }
        if (!definition.inlinedInto().isEmpty()) {
            out.println("     copied into " + listed(definition.inlinedInto(), host -> name(host)
                    + (host.copies() == 1 ? "" : " (" + host.copies() + " times)")
                    + (host.patchable() == Patchable.NO ? ", " + words(host.patchable(), host.reasons()) : "")));
        }
        toPatch(definition, out);
    }

    private static void toPatch(DefinitionFacts definition, PrintWriter out) {
        List<CodeFacts> own = definition.own();
        List<CodeFacts> callers = definition.callers();
        if (!own.isEmpty()) {
            out.println("     to patch:   " + names(own));
        }
        if (!callers.isEmpty()) {
            out.println((own.isEmpty() ? "     patch its callers instead: " : "     and, for its copies: ")
                    + names(callers));
        }
        if (!definition.gone().isEmpty()) {
            out.println("     ran at boot, and is gone: " + names(definition.gone()));
        }
        List<CodeFacts> schedule = definition.beyondReach().stream().filter(KernelFunctionText::isSchedule).toList();
        List<CodeFacts> others = definition.beyondReach().stream().filter(host -> !isSchedule(host)).toList();
        if (!schedule.isEmpty()) {
            out.println("     out of reach: " + names(schedule)
                    + " is on the stack of every sleeping task; neither it nor a caller can be patched");
        }
        if (!others.isEmpty()) {
            out.println("     out of reach, as neither they nor callers that are known can be patched: "
                    + names(others));
        }
        if (own.isEmpty() && callers.isEmpty() && definition.beyondReach().isEmpty()) {
            boolean isInit = definition.symbols().stream().anyMatch(c -> c.reasons().contains("klp-target-init"));
            out.println(isInit || !definition.gone().isEmpty()
                    ? "     nothing to patch: it ran at boot, and its memory is freed"
                    : "     it cannot be patched, and no function is known to call it");
        }
    }

    private static boolean isSchedule(CodeFacts host) {
        return host.name().equals(PatchPoints.SCHEDULE);
    }

    private static String names(List<CodeFacts> codes) {
        return listed(codes, KernelFunctionText::name);
    }

    /** With the position that old_sympos must give, where a livepatch must give one. */
    private static String name(CodeFacts code) {
        return code.name() + (code.sympos() == 0 ? "" : " (sympos " + code.sympos() + ")");
    }

    private static String listed(List<CodeFacts> codes, Function<CodeFacts, String> words) {
        String names = codes.stream().limit(MOST_LISTED).map(words).collect(Collectors.joining(", "));
        return codes.size() > MOST_LISTED
                ? names + " and " + (codes.size() - MOST_LISTED) + " more (--format json lists all)"
                : names;
    }
}

package org.klpls.server.lsp.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.klpls.core.facts.HoverFacts;
import org.klpls.core.facts.Occurrence;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.kernel.SymbolLookup;
import org.klpls.core.kernel.Traceability;
import org.klpls.core.model.ObjectName;

/** What is known of a word, as the text that an editor shows beside it. */
public final class HoverMarkup {
    /** A hover is read, not scrolled: more namesakes than this are counted. */
    private static final int SHOWN_OCCURRENCES = 20;

    private final Markup markup;

    private HoverMarkup(Markup markup) {
        this.markup = markup;
    }

    public static Hover hover(HoverFacts facts, boolean markdown) {
        HoverMarkup writer = new HoverMarkup(markdown ? Markup.MARKDOWN : Markup.PLAIN);
        String text = writer.lines(facts).stream().collect(Collectors.joining(markdown ? "  \n" : "\n"));
        return new Hover(new MarkupContent(markdown ? MarkupKind.MARKDOWN : MarkupKind.PLAINTEXT, text),
                Ranges.range(facts.range()));
    }

    private List<String> lines(HoverFacts facts) {
        return switch (facts) {
            case HoverFacts.Target target -> target(target);
            case HoverFacts.Symbol symbol -> symbol(symbol);
            case HoverFacts.ObjectFacts object -> List.of(object(object));
            case HoverFacts.InterfaceWord word -> List.of(markup.code(word.signature()), markup.text(word.meaning()));
        };
    }

    private List<String> target(HoverFacts.Target target) {
        List<String> lines = new ArrayList<>();
        lines.add(target.prototype().map(markup::code).orElse(markup.strong(target.name())) + " · "
                + markup.text(target.object().text()));
        lines.addAll(lookup(target.lookup(), target.occurrences()));
        if (!target.clones().isEmpty()) {
            lines.add("gcc made " + markup.codes(target.clones())
                    + " of it. The clone can be patched under that name; its parameters may differ from the source's.");
        } else if (!target.similar().isEmpty()) {
            lines.add("Similar names: " + markup.codes(target.similar()));
        }
        target.sysfs().ifPresent(path -> lines.add("in sysfs: " + markup.code(path)));
        target.newFunc().ifPresent(name -> lines.add("replaced by " + markup.code(name) + target.replacement()
                .map(f -> " (line " + (f.nameRange().start().line() + 1) + ")").orElse("")));
        return lines;
    }

    private List<String> symbol(HoverFacts.Symbol symbol) {
        List<String> lines = new ArrayList<>();
        lines.add(markup.strong(symbol.name()) + " · " + markup.text(symbol.object().text()) + " · "
                + (symbol.sympos() == 0 ? "must be unique" : "occurrence " + symbol.sympos()));
        lines.addAll(lookup(symbol.lookup(), symbol.occurrences()));
        return lines;
    }

    private String object(HoverFacts.ObjectFacts facts) {
        return switch (facts.object()) {
            case ObjectName.Vmlinux _ -> markup.strong("vmlinux") + " · the kernel itself";
            case ObjectName.Module module -> markup.strong(module.name()) + " · a module; " + (facts.known()
                    ? "its symbols are known"
                    : "its symbols are not known, so its functions are not looked up");
        };
    }

    private List<String> lookup(SymbolLookup lookup, List<Occurrence> occurrences) {
        return switch (lookup) {
            case SymbolLookup.Found found -> found(found.symbol(), occurrences);
            case SymbolLookup.NotFound _ -> List.of("There is no symbol of this name.");
            case SymbolLookup.Ambiguous _ -> listed("This name is " + occurrences.size()
                    + " symbols; old_sympos must say which:", occurrences);
            case SymbolLookup.PositionNotFound position -> listed("There is no occurrence " + position.sympos()
                    + " of this name, only " + occurrences.size() + ":", occurrences);
            case SymbolLookup.ObjectUnknown _ -> List.of("No kernel is known that tells about its symbols.");
        };
    }

    private List<String> found(KernelSymbol symbol, List<Occurrence> occurrences) {
        List<String> lines = new ArrayList<>();
        lines.add((occurrences.size() == 1 ? "unique" : "occurrence " + symbol.sympos() + " of " + occurrences.size())
                + " · " + address(symbol)
                + (symbol.size().isPresent() ? ", " + symbol.size().getAsLong() + " bytes to the next symbol" : ""));
        occurrences.stream().filter(o -> o.symbol().equals(symbol)).findFirst()
                .ifPresent(o -> lines.add(patchable(o.traceability())));
        if (occurrences.size() > 1) {
            lines.addAll(listed("All of this name:", occurrences));
        }
        return lines;
    }

    private List<String> listed(String heading, List<Occurrence> occurrences) {
        List<String> lines = new ArrayList<>();
        lines.add(markup.text(heading));
        occurrences.stream().limit(SHOWN_OCCURRENCES).map(this::occurrence).forEach(lines::add);
        if (occurrences.size() > SHOWN_OCCURRENCES) {
            lines.add("… and " + (occurrences.size() - SHOWN_OCCURRENCES) + " more");
        }
        return lines;
    }

    private String occurrence(Occurrence occurrence) {
        return occurrence.symbol().sympos() + ": " + address(occurrence.symbol())
                + occurrence.after().map(s -> ", after " + markup.code(s.name())).orElse("") + " · "
                + patchable(occurrence.traceability());
    }

    private static String address(KernelSymbol symbol) {
        return String.format("%016x", symbol.address());
    }

    private static String patchable(Traceability traceability) {
        return switch (traceability) {
            case Traceability.Yes _ -> "patchable: traced at entry";
            case Traceability.Freed _ -> "not patchable: init code, freed after boot";
            case Traceability.Unknown _ -> "whether it can be patched is not known";
            case Traceability.No no -> "not patchable: " + switch (no.reason()) {
                case NOINSTR -> "noinstr, so never traced";
                case ENTRY -> "entry code, so never traced";
                case NOT_TEXT -> "not a function";
                case WEAK_LEFTOVER ->
                    "notrace: the only ftrace location behind it is of a weak function that was left out";
                case NOTRACE -> "notrace: there is no ftrace location at its entry";
            };
        };
    }
}

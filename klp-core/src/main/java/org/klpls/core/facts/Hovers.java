package org.klpls.core.facts;

import java.util.List;
import java.util.Optional;
import org.klpls.c.text.SourceRange;
import org.klpls.c.text.SourceText;
import org.klpls.c.text.Span;
import org.klpls.core.facts.KernelFunctionFacts.Clone;
import org.klpls.core.kernel.SymbolLookup;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.model.KlpFunc;
import org.klpls.core.model.Located;
import org.klpls.core.model.ObjectName;
import org.klpls.core.source.LivepatchSource;
import org.klpls.core.source.SourceWord;

/** Finds the word at a place of a source, and gathers what is known of it. */
public final class Hovers {
    private static final int SIMILAR = 3;

    private Hovers() {}

    public static Optional<HoverFacts> at(LivepatchSource source, int offset, Optional<TargetKernel> kernel) {
        return source.words().stream().filter(w -> w.range().source().equals(source.text()))
                .filter(w -> w.range().span().contains(offset)).findFirst().flatMap(w -> facts(source, w, kernel))
                .or(() -> interfaceWord(source.text(), offset));
    }

    /** The C identifier at the offset, where it is one of livepatch's own; macros have no other trace in the tree. */
    private static Optional<HoverFacts> interfaceWord(SourceText source, int offset) {
        int start = offset;
        while (start > 0 && start <= source.text().length() && isIdentifier(source.text().charAt(start - 1))) {
            start--;
        }
        int end = offset;
        while (end < source.text().length() && isIdentifier(source.text().charAt(end))) {
            end++;
        }
        SourceRange range = new SourceRange(source, new Span(start, Math.max(start, end)));
        return InterfaceWords.named(range, source.slice(range.span()));
    }

    private static boolean isIdentifier(char c) {
        return c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static Optional<HoverFacts> facts(LivepatchSource source, SourceWord word, Optional<TargetKernel> kernel) {
        return switch (word) {
            case SourceWord.OldName oldName -> Optional.of(target(source, oldName, kernel));
            case SourceWord.Object object -> {
                ObjectName name = object.object().objectName();
                yield Optional.of(new HoverFacts.ObjectFacts(object.range(), name,
                        kernel.filter(k -> k.knows(name)).isPresent()));
            }
            case SourceWord.Symbol symbol -> Optional.of(new HoverFacts.Symbol(symbol.range(), symbol.name().object(),
                    symbol.name().symbol(), symbol.name().sympos(),
                    occurrences(kernel, symbol.name().object(), symbol.name().symbol()),
                    lookup(kernel, symbol.name().object(), symbol.name().symbol(), symbol.name().sympos())));
            case SourceWord.Field field -> InterfaceWords.field(field.range(), field.struct(), field.field());
        };
    }

    private static HoverFacts target(LivepatchSource source, SourceWord.OldName word, Optional<TargetKernel> kernel) {
        KlpFunc func = word.func();
        String name = func.oldName().map(Located::value).orElse("");
        ObjectName object = word.object().objectName();
        Optional<String> newFunc = func.newFunc().map(Located::value);
        SymbolLookup lookup = lookup(kernel, object, name, func.symposOrZero());
        boolean absent = lookup instanceof SymbolLookup.NotFound;
        String sysfs = "/sys/kernel/livepatch/" + source.moduleName() + "/" + object.text() + "/" + name + ","
                + Math.max(1, func.symposOrZero());
        return new HoverFacts.Target(word.range(), object, name, func.symposOrZero(), occurrences(kernel, object, name),
                lookup, kernel.flatMap(k -> k.prototype(object, name)), newFunc,
                newFunc.flatMap(source::function),
                absent ? clones(kernel, object, name) : List.of(),
                absent ? kernel.map(k -> k.similarNames(object, name, SIMILAR)).orElse(List.of()) : List.of(),
                lookup instanceof SymbolLookup.Found ? Optional.of(sysfs) : Optional.empty());
    }

    private static SymbolLookup lookup(Optional<TargetKernel> kernel, ObjectName object, String name, long sympos) {
        return kernel.map(k -> k.lookup(object, name, sympos))
                .orElseGet(() -> new SymbolLookup.ObjectUnknown(object));
    }

    private static List<Occurrence> occurrences(Optional<TargetKernel> kernel, ObjectName object, String name) {
        return kernel.filter(k -> k.knows(object)).map(k -> k.occurrences(object, name).stream()
                .map(s -> new Occurrence(s, k.traceability(s), k.codeBefore(s))).toList()).orElse(List.of());
    }

    /** Only those that begin with the function's own entry: they can be patched in its stead. */
    private static List<String> clones(Optional<TargetKernel> kernel, ObjectName object, String name) {
        return kernel.map(k -> KernelFunctions.of(k, object, name)).stream().flatMap(f -> f.clones().stream())
                .filter(Clone::isWhole).map(Clone::name).toList();
    }
}

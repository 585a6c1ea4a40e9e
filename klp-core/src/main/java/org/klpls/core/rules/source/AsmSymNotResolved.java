package org.klpls.core.rules.source;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.kernel.SymbolLookup;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;
import org.klpls.core.source.SymbolReference;

/**
 * An asm name of which klp-convert makes a livepatch symbol that the kernel does not resolve.
 *
 * @param ending how the kernel's search ends
 * @param message the whole finding: what is wrong, what comes of it, what to do
 */
public record AsmSymNotResolved<L extends SymbolLookup>(RuleInfo info, Class<L> ending, Message<L> message)
        implements
            Rule<SourceContext> {
    /** Tells of one reference what its search ended with. */
    public interface Message<L extends SymbolLookup> {
        String of(SourceContext context, SymbolReference reference, L lookup);
    }

    public static Rule<SourceContext> notFound() {
        return new AsmSymNotResolved<>(
                of("klp-sym-not-found", "a livepatch symbol names a symbol that the kernel does not have"),
                SymbolLookup.NotFound.class,
                (context, reference, _) -> reference.object().text() + " has no symbol '" + reference.symbol() + "'"
                        + References.nearTo(context, reference)
                        + ": of this name klp-convert makes a livepatch symbol that the kernel does not find, and it"
                        + " refuses the module");
    }

    public static Rule<SourceContext> ambiguous() {
        return new AsmSymNotResolved<>(
                of("klp-sym-ambiguous", "a livepatch symbol does not say which of several symbols it means"),
                SymbolLookup.Ambiguous.class,
                (_, reference, several) -> "'" + reference.symbol() + "' is " + several.occurrences().size()
                        + " symbols in "
                        + reference.object().text() + ": say which with KLP_RELOC_SYMBOL_POS(); "
                        + References.addresses(several.occurrences()));
    }

    public static Rule<SourceContext> symposOutOfRange() {
        return new AsmSymNotResolved<>(
                of("klp-sympos-out-of-range", "sympos counts further than there are symbols of that name"),
                SymbolLookup.PositionNotFound.class,
                (_, reference, absent) -> "there is no occurrence " + reference.sympos() + " of '" + reference.symbol()
                        + "' in " + reference.object().text() + ": it has " + absent.occurrences().size()
                        + " of that name");
    }

    private static RuleInfo of(String code, String summary) {
        return new RuleInfo(code, Severity.ERROR, Set.of(Need.KERNEL_SYMBOLS), summary);
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        for (SymbolReference reference : context.source().references()) {
            if (!reference.isAsmName()) {
                continue;
            }
            SymbolLookup lookup = References.lookup(context, reference);
            if (ending.isInstance(lookup)) {
                Finding finding = References.finding(info, reference,
                        message.of(context, reference, ending.cast(lookup)));
                sink.accept(lookup.kernelMessage().map(finding::kernelSays).orElse(finding));
            }
        }
    }
}

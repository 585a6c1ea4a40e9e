package org.klpls.core.rules.source;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.klpls.c.types.DeclaredVariable;
import org.klpls.c.types.Linkage;
import org.klpls.c.types.Program;
import org.klpls.c.types.Use;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** A variable that was copied along with a function is another variable. */
public final class KlpStaticDataDuplicated implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-static-data-duplicated", Severity.WARNING,
            Set.of(Need.KERNEL_SYMBOLS),
            "a replacement uses a copy of a variable of the patched file");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        Program program = Program.of(context.source().code().unit());
        TargetKernel kernel = context.kernel().orElseThrow();
        Set<String> told = new HashSet<>();
        for (Replacements.Replacement replacement : Replacements.of(context)) {
            for (Use use : program.usesThroughInlines(replacement.function())) {
                Optional<DeclaredVariable> variable = program.variable(use.target().name())
                        .filter(v -> v.linkage() == Linkage.INTERNAL && v.isDefinition() && isChanged(v));
                if (use.target().isVariable() && variable.isPresent() && told.add(use.target().name())) {
                    original(kernel, replacement, variable.get()).ifPresent(symbol -> sink
                            .accept(finding(context, replacement, variable.get(), symbol)));
                }
            }
        }
    }

    /** What is never written may have as many copies as it likes. */
    private static boolean isChanged(DeclaredVariable variable) {
        return !variable.type().text().startsWith("const ");
    }

    /**
     * The one variable of the object with that name and size, which the replaced function can have used. Of several one
     * cannot say which; an exported one is reached by its name.
     */
    private static Optional<KernelSymbol> original(TargetKernel kernel, Replacements.Replacement replacement,
            DeclaredVariable variable) {
        List<KernelSymbol> symbols = kernel.occurrences(replacement.object(), variable.name());
        return symbols.stream().findFirst().filter(_ -> symbols.size() == 1)
                .filter(symbol -> symbol.type() == 'd' || symbol.type() == 'b')
                .filter(symbol -> symbol.size().isPresent() && variable.size().isPresent()
                        && symbol.size().getAsLong() >= variable.size().getAsLong()
                        && symbol.size().getAsLong() < variable.size().getAsLong() + 64);
    }

    private static Finding finding(SourceContext context, Replacements.Replacement replacement,
            DeclaredVariable variable, KernelSymbol symbol) {
        String object = symbol.object().text();
        return Finding.at(new Place.InSource(context.source().code().place(variable.main().node())), INFO, "'"
                + variable.name() + "' is a variable of the livepatch, and " + object
                + " has a static one of this name and size: if '" + replacement.function().name()
                + "' means that one, the state is split. Declare it extern, and reach it through .klp.sym." + object
                + "."
                + variable.name() + ",0");
    }
}

package org.klpls.core.rules.table;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.kernel.KernelModules;
import org.klpls.core.kernel.SimilarNames;
import org.klpls.core.model.KlpObject;
import org.klpls.core.model.Located;
import org.klpls.core.model.ModuleName;
import org.klpls.core.model.ObjectName;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Fix;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

import static org.klpls.core.rules.table.Words.listed;
import static org.klpls.core.rules.table.Words.quoted;

/** A module that is not of this kernel may come from elsewhere; mostly it is a slip of the pen. */
public final class KlpObjectUnknown implements Rule<TableContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-object-unknown", Severity.WARNING,
            Set.of(Need.KERNEL_SYMBOLS), "this kernel has no module of an object's name");
    private static final int SUGGESTIONS = 3;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TableContext context, Consumer<Finding> sink) {
        KernelModules modules = context.knownKernel().modules();
        // some modules are known, and not which there are besides: what is not looked up is told as skipped
        if (modules.builtIn().isEmpty()) {
            return;
        }
        for (KlpObject object : context.patch().objects().entries()) {
            object.name().filter(name -> ModuleName.isPossible(name.value()) && !name.value().equals("vmlinux"))
                    .filter(name -> ModuleName.fits(name.value()))
                    .filter(name -> modules.named(name.value()).isEmpty() && !modules.builtIn().contains(name.value()))
                    .filter(name -> !context.knownKernel().knows(new ObjectName.Module(name.value())))
                    .ifPresent(name -> sink.accept(finding(name, modules)));
        }
    }

    private static Finding finding(Located<String> name, KernelModules modules) {
        List<String> similar = SimilarNames.of(name.value(), modules.byName().keySet().stream(), SUGGESTIONS);
        return Finding.at(name.place(), INFO, "this kernel comes with no module " + quoted(name.value())
                + ": unless one is added, nothing is patched, and the kernel does not say so"
                + (similar.isEmpty() ? "" : ". Names like it: " + listed(similar)))
                .fixes(similar.stream().flatMap(other -> Literal.replace(name.place(), '"' + other + '"')
                        .map(edit -> new Fix("Change to " + quoted(other), List.of(edit))).stream()).toList());
    }
}

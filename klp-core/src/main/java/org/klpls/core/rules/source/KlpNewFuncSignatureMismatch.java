package org.klpls.core.rules.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.klpls.c.types.DeclaredFunction;
import org.klpls.c.types.Program;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.kernel.SymbolLookup;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.kernel.Traceability;
import org.klpls.core.model.KlpFunc;
import org.klpls.core.model.KlpObject;
import org.klpls.core.model.KlpPatch;
import org.klpls.core.model.KlpTable;
import org.klpls.core.model.Located;
import org.klpls.core.model.ObjectName;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Related;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** Callers go on to call the replacement as they called the function. Types from the kernel's BTF. */
public final class KlpNewFuncSignatureMismatch implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-new-func-signature-mismatch", Severity.ERROR,
            Set.of(Need.KERNEL_TYPES),
            "new_func takes other parameters than the function that it replaces");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        Program program = Program.of(context.source().code().unit());
        for (KlpPatch patch : context.source().patches()) {
            for (KlpObject object : patch.objects().entries()) {
                if (object.objectName().equals(ObjectName.VMLINUX)) {
                    object.funcs().map(KlpTable::entries).orElse(List.of())
                            .forEach(func -> check(context, program, func).ifPresent(sink));
                }
            }
        }
    }

    private static Optional<Finding> check(SourceContext context, Program program, KlpFunc func) {
        // gcc gives its copies, foo.isra.0, other parameters than the source
        Optional<String> wanted = func.oldName().map(Located::value).filter(name -> !name.contains("."))
                .flatMap(name -> context.kernel().filter(kernel -> isPatchable(kernel, name, func.symposOrZero()))
                        .flatMap(kernel -> kernel.prototype(name)));
        Optional<DeclaredFunction> given = func.newFunc().map(Located::value).flatMap(program::function)
                .filter(f -> f.definition().isPresent());
        if (wanted.isEmpty() || given.isEmpty()) {
            return Optional.empty();
        }
        String text = given.get().type().text();
        List<String> differences = differences(wanted.get(), text, program);
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.at(func.newFunc().get().place(), INFO, "'" + given.get().name()
                        + "' is called like '"
                        + func.oldName().get().value() + "', which is " + wanted.get() + ": "
                        + String.join("; ", differences)
                        + ". It gets what its callers give, and crashes or returns nonsense. Give it the same parameters")
                        .related(List.of(new Related(given.get().name() + " is " + text,
                                context.source().function(given.get().name()).map(f -> f.nameRange())))));
    }

    /** What cannot be patched at all is told by others. */
    private static boolean isPatchable(TargetKernel kernel, String name, long sympos) {
        return kernel.lookup(ObjectName.VMLINUX, name, sympos) instanceof SymbolLookup.Found(KernelSymbol symbol)
                && switch (kernel.traceability(symbol)) {
                    case Traceability.Yes _,Traceability.Unknown _ -> true;
                    case Traceability.No _,Traceability.Freed _ -> false;
                };
    }

    private static List<String> differences(String wanted, String given, Program program) {
        Optional<CallShape> old = CallShape.of(wanted);
        Optional<CallShape> replacement = CallShape.of(given);
        if (old.isEmpty() || replacement.isEmpty()) {
            return List.of();
        }
        List<String> differences = new ArrayList<>();
        List<String> parameters = old.get().parameters();
        List<String> own = replacement.get().parameters();
        if (parameters.size() != own.size()) {
            differences.add("it takes " + own.size() + (own.size() == 1 ? " parameter" : " parameters") + ", not "
                    + parameters.size());
        }
        for (int i = 0; i < Math.min(parameters.size(), own.size()); i++) {
            if (CallShape.parameterDiffers(parameters.get(i), own.get(i), program)) {
                differences.add("parameter " + (i + 1) + " is " + own.get(i) + ", not " + parameters.get(i));
            }
        }
        if (CallShape.resultDiffers(old.get().result(), replacement.get().result(), program)) {
            differences.add("it returns " + replacement.get().result() + ", not " + old.get().result());
        }
        return differences;
    }
}

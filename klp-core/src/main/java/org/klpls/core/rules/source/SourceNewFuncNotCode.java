package org.klpls.core.rules.source;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.klpls.c.types.Program;
import org.klpls.core.model.KlpFunc;
import org.klpls.core.model.KlpObject;
import org.klpls.core.model.KlpPatch;
import org.klpls.core.model.KlpTable;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** {@code .new_func} is a {@code void *}, so that gcc takes any address. */
public final class SourceNewFuncNotCode implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-new-func-not-code", Severity.ERROR, Set.of(),
            "new_func is no code of the module");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        Program program = Program.of(context.source().code().unit());
        for (KlpPatch patch : context.source().patches()) {
            for (KlpObject object : patch.objects().entries()) {
                for (KlpFunc func : object.funcs().map(KlpTable::entries).orElse(List.of())) {
                    func.newFunc().filter(name -> program.function(name.value()).isEmpty())
                            .ifPresent(name -> program.variable(name.value())
                                    .filter(variable -> isData(variable.type().text()))
                                    .ifPresent(variable -> sink.accept(Finding.at(name.place(), INFO, "'"
                                            + name.value() + "' is a variable, " + variable.type().text()
                                            + ": the kernel enables the patch, and crashes at the next call of the"
                                            + " function that it replaces. Give a function of this module"))));
                }
            }
        }
    }

    /** A pointer may hold the address of a function that code puts there. */
    private static boolean isData(String type) {
        return !type.contains("*") || type.contains("[");
    }
}

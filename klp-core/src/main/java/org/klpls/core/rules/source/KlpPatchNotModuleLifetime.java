package org.klpls.core.rules.source;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.Walker;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;
import org.klpls.core.source.TableVariable;

/** The stack of init is gone when init has returned; the kernel goes on using the tables. */
public final class KlpPatchNotModuleLifetime implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-patch-not-module-lifetime", Severity.ERROR, Set.of(),
            "a table lies on the stack");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        for (TableVariable table : context.source().tables()) {
            if (table.isAutomatic() && !table.struct().equals("klp_func") && isEnabled(context, table)) {
                sink.accept(Finding.at(new Place.InSource(table.name()), INFO, table.variable() + " lies on the stack,"
                        + " which is gone when the function returns, and the kernel goes on using it: it crashes. Make it"
                        + " static"));
            }
        }
    }

    /** A copy that is only looked at does no harm. */
    private static boolean isEnabled(SourceContext context, TableVariable table) {
        return context.source().code().calls("klp_enable_patch").stream()
                .anyMatch(call -> call.expression().arguments().stream()
                        .flatMap(argument -> Walker.all(Expression.Identifier.class, argument).stream())
                        .anyMatch(name -> name.name().equals(table.variable())));
    }
}

package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.EnableEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** The same as for the source, for the built module. */
public final class ModulePatchNullField implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-patch-null-field", Severity.ERROR, Set.of(Need.MODULE),
            "a patch has no .mod or no .objs");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.reached(EnableEvent.BadField.class).forEach(event -> {
            switch (event.what()) {
                case PATCH_MOD ->
                    sink.accept(ModuleContext.finding(INFO, event, "the patch has no .mod: the kernel refuses"
                            + " it, and does not say why. Its source must say .mod = THIS_MODULE"));
                case PATCH_OBJS -> sink.accept(ModuleContext.finding(INFO, event, "the patch has no .objs: the kernel"
                        + " refuses it, and does not say why"));
                case PATCH, OBJECT_FUNCS, OLD_NAME, NEW_FUNC, OBJECT_NAME_TOO_LONG, OLD_NAME_TOO_LONG -> {
                }
            }
        });
    }
}

package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.ModinfoEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** The same as for the source, for the built module. */
public final class ModuleLicenseNotGpl implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("mod-license-not-gpl", Severity.ERROR, Set.of(Need.MODULE),
            "the module's licence is not GPL-compatible, and klp_enable_patch() is for GPL modules only");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.events(ModinfoEvent.LicenseNotGpl.class)
                .filter(_ -> context.module().callsEnable() && !context.isModinfoHidden())
                .forEach(event -> sink.accept(ModuleContext.finding(INFO, event, "the module's licence '"
                        + event.license()
                        + "' is not GPL-compatible: klp_enable_patch() is for modules with a GPL-compatible licence only")
                        .kernelSays(context.module().name() + ": Unknown symbol klp_enable_patch (err -2)")));
    }
}

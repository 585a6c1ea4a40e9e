package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.Consequence;
import org.klpls.core.loader.ModinfoEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** Source: kernel/module/main.c check_module_license_and_versions(), v6.1. */
public final class ModverExportNoCrc implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("modver-export-no-crc", Severity.WARNING, Set.of(Need.MODULE),
            "the module exports symbols without CRCs");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.reached(ModinfoEvent.ExportsWithoutVersions.class).forEach(event -> sink.accept(ModuleContext.finding(
                INFO, event,
                "the module exports symbols, and has no CRCs of them: "
                        + (event.consequence() instanceof Consequence.Refused
                                ? "it is refused"
                                : "it is loaded by force, and taints the kernel")
                        + ". A livepatch needs no EXPORT_SYMBOL; take it out, or build with CONFIG_MODVERSIONS")));
    }
}

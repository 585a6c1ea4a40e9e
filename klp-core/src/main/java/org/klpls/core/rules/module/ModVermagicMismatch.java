package org.klpls.core.rules.module;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.ModinfoEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** vermagic says for which kernel a module was built. */
public final class ModVermagicMismatch implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("mod-vermagic-mismatch", Severity.ERROR,
            Set.of(Need.MODULE, Need.KERNEL_VERMAGIC), "the module was built for another kernel");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        List<ModinfoEvent.VermagicDiffers> differing = context.events(ModinfoEvent.VermagicDiffers.class).toList();
        differing.forEach(event -> sink.accept(ModuleContext.finding(INFO, event,
                "the module was built for another kernel: its vermagic is '" + event.vermagic()
                        + "', and this kernel wants '" + event.wanted() + "'. Build it with this kernel's headers")));
        if (differing.isEmpty()) {
            // With CRCs the release in vermagic does not count: they tell which kernel it was built for.
            context.events(ModinfoEvent.ModuleLayoutDiffers.class).forEach(event -> sink.accept(ModuleContext
                    .finding(INFO, event,
                            "the module was built for another kernel: its CRC of module_layout, which stands"
                                    + " for the layout of struct module, is missing or not the one of this kernel"
                                    + context.otherRelease() + ". Build it with this kernel's headers")));
        }
    }
}

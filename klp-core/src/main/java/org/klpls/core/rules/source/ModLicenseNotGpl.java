package org.klpls.core.rules.source;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.c.text.SourceRange;
import org.klpls.core.model.Licence;
import org.klpls.core.model.Modinfo;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Finding;

import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;
import org.klpls.core.source.LivepatchSource;

/** klp_enable_patch() is exported to GPL-compatible modules only. */
public final class ModLicenseNotGpl implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("mod-license-not-gpl", Severity.ERROR, Set.of(),
            "the module's licence is not GPL-compatible, and klp_enable_patch() is for GPL modules only");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        LivepatchSource source = context.source();
        if (source.enableCalls().isEmpty()) {
            return;
        }
        for (Modinfo.Entry entry : source.modinfo().entries()) {
            if (entry.key().equals("license")) {
                if (!Licence.isGplCompatible(entry.value())) {
                    sink.accept(notGpl(source, entry));
                }
                return;
            }
        }
        if (!context.isWholeModule()) {
            return;
        }
        SourceRange call = source.enableCalls().getFirst();
        sink.accept(Finding.at(new Place.InSource(call), INFO, "MODULE_LICENSE() is missing: klp_enable_patch() is for"
                + " modules with a GPL-compatible licence only"));
    }

    private static Finding notGpl(LivepatchSource source, Modinfo.Entry entry) {
        return Finding
                .at(entry.place(), INFO,
                        "'" + entry.value() + "' is not GPL-compatible: klp_enable_patch() is for modules"
                                + " with a GPL-compatible licence only")
                .kernelSays(source.moduleName() + ": Unknown symbol klp_enable_patch (err -2)");
    }
}

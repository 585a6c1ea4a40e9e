package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.ElfEvent;
import org.klpls.core.model.ElfPlace;
import org.klpls.core.model.Place;
import org.klpls.core.module.LivepatchModule;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** The same as for the source, for the built module. */
public final class ModuleModinfoMissing implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-modinfo-missing", Severity.ERROR, Set.of(Need.MODULE),
            "the module enables a patch and is not marked as a livepatch");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        LivepatchModule module = context.module();
        // of a file that is no module nothing can be read
        boolean valid = context.events(ElfEvent.Invalid.class).findAny().isEmpty() && !context.isModinfoHidden();
        if (valid && module.looksLikeLivepatch() && !module.isMarkedLivepatch()) {
            ElfPlace place = ElfPlace.of(module.path(), ".modinfo", 0).withSymbol("livepatch");
            sink.accept(Finding.at(new Place.InModule(place), INFO, "the module enables a patch, and is not marked as a"
                    + " livepatch: the modinfo key 'livepatch' is missing. Add MODULE_INFO(livepatch, \"Y\") to its source")
                    .kernelSays("livepatch: module " + module.name() + " is not marked as a livepatch module"));
        }
    }
}

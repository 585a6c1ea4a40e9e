package org.klpls.core.rules.module;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.klpls.core.loader.RelocationEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** Relocations were taken back since 6.3 only. Source: arch/x86/kernel/module.c clear_relocate_add(), v6.3. */
public final class KlpRelaNotReloadable implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-rela-not-reloadable", Severity.INFO, Set.of(Need.MODULE),
            "a patched module cannot be loaded again after it was unloaded");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        Map<String, List<RelocationEvent.NotReloadable>> byObject = context.events(RelocationEvent.NotReloadable.class)
                .collect(Collectors.groupingBy(RelocationEvent.NotReloadable::objname, LinkedHashMap::new,
                        Collectors.toList()));
        byObject.forEach((object, events) -> sink.accept(ModuleContext.finding(INFO, events.getFirst(),
                "on kernels before 6.3 the relocations of "
                        + events.stream().map(RelocationEvent.NotReloadable::section).distinct()
                                .collect(Collectors.joining(", "))
                        + " stay when " + object
                        + " is unloaded, and it is refused when it is loaded again while this livepatch"
                        + " is. Unload the livepatch before the module is loaded again")));
    }
}

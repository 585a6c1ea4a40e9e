package org.klpls.core.rules.module;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.klpls.core.loader.EnableEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** The same as for the source, for the built module. */
public final class ModuleTableInInit implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-table-in-init", Severity.ERROR, Set.of(Need.MODULE),
            "a table lies in memory that is freed after init");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        List<EnableEvent.TableInInitMemory> events = context.reached(EnableEvent.TableInInitMemory.class).toList();
        String tables = events.stream().map(e -> e.place().symbol().orElse("")).distinct()
                .collect(Collectors.joining(", "));
        events.stream().limit(1).forEach(event -> sink.accept(ModuleContext.finding(INFO, event,
                "the patch's tables (" + tables + ") lie in " + event.place().section().orElse("")
                        + ", which is freed when init has returned, and the kernel goes on using it: it crashes later."
                        + " Remove __initdata")));
    }
}

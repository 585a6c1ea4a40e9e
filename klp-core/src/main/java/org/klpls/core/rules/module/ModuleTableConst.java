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
public final class ModuleTableConst implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-table-const", Severity.ERROR, Set.of(Need.MODULE),
            "a table lies in memory that cannot be written");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        List<EnableEvent.TableReadOnly> events = context.reached(EnableEvent.TableReadOnly.class).toList();
        String tables = events.stream().map(e -> e.place().symbol().orElse("")).distinct()
                .collect(Collectors.joining(", "));
        events.stream().limit(1).forEach(event -> sink.accept(ModuleContext.finding(INFO, event,
                "the patch's tables (" + tables + ") lie in " + event.place().section().orElse("")
                        + ", which cannot be written, and the kernel keeps its own state there: it crashes. Remove const or"
                        + " __ro_after_init")));
    }
}

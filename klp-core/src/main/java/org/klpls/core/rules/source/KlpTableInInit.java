package org.klpls.core.rules.source;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Fix;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;
import org.klpls.core.source.TableVariable;

/** __initdata is freed when init has returned; the kernel goes on using the tables. */
public final class KlpTableInInit implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-table-in-init", Severity.ERROR, Set.of(),
            "a table lies in memory that is freed after init");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        for (TableVariable table : context.source().tables()) {
            table.section().filter(s -> s.name().startsWith(".init") || s.name().startsWith(".exit"))
                    .filter(_ -> !table.struct().equals("klp_state") || context.source().members().stream()
                            .anyMatch(m -> m.states().flatMap(s -> s.variable()).filter(table.variable()::equals)
                                    .isPresent()))
                    .ifPresent(section -> sink.accept(Finding.at(new Place.InSource(section.attribute()), INFO,
                            table.variable() + " is freed when init has returned, and the kernel goes on using it: it"
                                    + " crashes at the first look into /sys/kernel/livepatch, or when the patch is disabled."
                                    + " Remove " + Words.text(section.attribute()))
                            .fixes(List.of(new Fix("Remove " + Words.text(section.attribute()),
                                    List.of(Words.removal(section.attribute())))))));
        }
    }
}

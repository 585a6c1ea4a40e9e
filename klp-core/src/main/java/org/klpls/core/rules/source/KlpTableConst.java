package org.klpls.core.rules.source;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.klpls.c.text.SourceRange;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Fix;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;
import org.klpls.core.source.TableVariable;

/** The kernel writes its own state into the tables: kobjects, lists, addresses. */
public final class KlpTableConst implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-table-const", Severity.ERROR, Set.of(),
            "a table lies in memory that cannot be written");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        for (TableVariable table : context.source().tables()) {
            Optional<SourceRange> readOnly = table.constant().or(() -> table.section()
                    .filter(s -> s.name().equals(".data..ro_after_init")).map(TableVariable.Section::attribute));
            readOnly.filter(_ -> !table.isAutomatic() && !table.struct().equals("klp_state"))
                    .ifPresent(word -> sink.accept(Finding.at(new Place.InSource(word), INFO,
                            table.variable() + " cannot be written"
                                    + (table.constant().isPresent() ? "" : " once init has returned")
                                    + ", and the kernel keeps its own state in it: it crashes. Remove "
                                    + Words.text(word))
                            .fixes(List.of(
                                    new Fix("Remove " + Words.text(word), List.of(Words.removal(word)))))));
        }
    }
}

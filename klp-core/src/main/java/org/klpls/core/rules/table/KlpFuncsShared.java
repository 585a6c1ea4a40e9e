package org.klpls.core.rules.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.model.KlpObject;
import org.klpls.core.model.Place;
import org.klpls.core.model.TableEnd;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Related;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** One array for two objects. Source: kernel/livepatch/core.c klp_init_patch_early() and klp_init_func_early(), v6.1. */
public final class KlpFuncsShared implements Rule<TableContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-funcs-shared", Severity.ERROR, Set.of(),
            "two objects share one table of functions");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TableContext context, Consumer<Finding> sink) {
        Map<Place, KlpObject> seen = new HashMap<>();
        for (KlpObject object : context.patch().objects().entries()) {
            object.funcs().filter(funcs -> !funcs.entries().isEmpty() && funcs.end() != TableEnd.UNKNOWN)
                    .ifPresent(funcs -> {
                        Optional<KlpObject> first = Optional.ofNullable(seen.putIfAbsent(funcs.place(), object));
                        first.ifPresent(other -> sink.accept(finding(other, object, funcs.variable())));
                    });
        }
    }

    private static Finding finding(KlpObject first, KlpObject second, Optional<String> table) {
        return Finding.at(second.place(), INFO, "the table " + table.map(name -> name + " ").orElse("")
                + "serves two objects, " + first.objectName().text() + " and " + second.objectName().text()
                + ": the kernel links its entries into a list for each, and the lists break at load. Give each object a"
                + " table of its own")
                .related(List.of(new Related("the object " + first.objectName().text() + " has it too",
                        Places.inSource(first.place()))));
    }
}

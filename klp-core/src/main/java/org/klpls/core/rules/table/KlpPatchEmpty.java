package org.klpls.core.rules.table;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.model.KlpObject;
import org.klpls.core.model.KlpTable;
import org.klpls.core.model.TableEnd;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** The first object is the end of the table: nothing is patched. */
public final class KlpPatchEmpty implements Rule<TableContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-patch-empty", Severity.ERROR, Set.of(),
            "a patch has no objects");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TableContext context, Consumer<Finding> sink) {
        KlpTable<KlpObject> objects = context.patch().objects();
        if (objects.entries().isEmpty() && objects.end() == TableEnd.TERMINATED) {
            sink.accept(
                    Finding.at(objects.endPlace(), INFO, "the patch has no object, so it patches nothing: the kernel"
                            + " enables it all the same. Put an object with its .funcs before this end"));
        }
    }
}

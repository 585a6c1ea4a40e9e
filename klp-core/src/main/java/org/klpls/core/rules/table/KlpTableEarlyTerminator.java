package org.klpls.core.rules.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.klpls.c.text.SourceRange;
import org.klpls.core.model.KlpFunc;
import org.klpls.core.model.KlpObject;
import org.klpls.core.model.KlpTable;
import org.klpls.core.model.Located;
import org.klpls.core.model.Place;
import org.klpls.core.model.TableEnd;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Related;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** An all-zero entry stands before others: the kernel stops there and never sees the rest. */
public final class KlpTableEarlyTerminator implements Rule<TableContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-table-early-terminator", Severity.ERROR, Set.of(),
            "an empty entry in the middle of a table hides those after it");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TableContext context, Consumer<Finding> sink) {
        KlpTable<KlpObject> objects = context.patch().objects();
        if (objects.end() == TableEnd.EARLY) {
            sink.accept(finding(objects, objects.unseen().stream().map(KlpTableEarlyTerminator::hidden).toList()));
        }
        for (KlpObject object : objects.entries()) {
            object.funcs().filter(funcs -> funcs.end() == TableEnd.EARLY).ifPresent(funcs -> sink
                    .accept(finding(funcs, funcs.unseen().stream().map(KlpTableEarlyTerminator::hidden).toList())));
        }
    }

    private static Finding finding(KlpTable<?> table, List<Related> hidden) {
        List<Related> related = new ArrayList<>(hidden);
        return Finding.at(table.endPlace(), INFO, "this empty entry ends the table: the kernel never sees the "
                + Words.counted(hidden.size(), "entry").replace("entrys", "entries") + " after it, and does not patch"
                + " what they name").related(related);
    }

    private static Related hidden(KlpFunc func) {
        return new Related("never seen: " + func.oldName().map(Located::value).orElse("an entry without old_name"),
                inSource(func.place()));
    }

    private static Related hidden(KlpObject object) {
        return new Related("never seen: object " + object.objectName().text(), inSource(object.place()));
    }

    private static Optional<SourceRange> inSource(Place place) {
        return place instanceof Place.InSource(SourceRange range) ? Optional.of(range) : Optional.empty();
    }
}

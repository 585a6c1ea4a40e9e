package org.klpls.core.rules.table;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
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
            sink.accept(finding(objects, KlpObject::place, KlpTableEarlyTerminator::hidden));
        }
        for (KlpObject object : objects.entries()) {
            object.funcs().filter(funcs -> funcs.end() == TableEnd.EARLY).ifPresent(funcs -> sink
                    .accept(finding(funcs, KlpFunc::place, KlpTableEarlyTerminator::hidden)));
        }
    }

    private static <T> Finding finding(KlpTable<T> table, Function<T, Place> place, Function<T, Related> hidden) {
        int count = table.unseen().size();
        String entries = count == 1 ? "1 entry" : count + " entries";
        // an element that no item is for has no text: the first one behind it stands for it
        boolean leftOut = table.unseen().stream().map(place).anyMatch(table.endPlace()::equals);
        String message = leftOut
                ? "the element before this one is left out, so it is empty and ends the table: the kernel never sees the "
                        + entries + " after it"
                : "this empty entry ends the table: the kernel never sees the " + entries + " after it";
        return Finding.at(table.endPlace(), INFO, message + ", and does not patch what they name")
                .related(table.unseen().stream().map(hidden).toList())
                .fixes(leftOut ? List.of() : Entries.removal(table.endPlace(), "this empty entry"));
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

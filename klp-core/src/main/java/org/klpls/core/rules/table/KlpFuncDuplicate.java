package org.klpls.core.rules.table;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.model.KlpFunc;
import org.klpls.core.model.KlpObject;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Related;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

import static org.klpls.core.rules.table.Words.quoted;

/** One object names the same function twice. Sympos 0 and 1 are the same function to the kernel. */
public final class KlpFuncDuplicate implements Rule<TableContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-func-duplicate", Severity.ERROR, Set.of(),
            "one object names the same function twice (sympos 0 and 1 are the same)");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TableContext context, Consumer<Finding> sink) {
        for (KlpObject object : context.patch().objects().entries()) {
            Map<SysfsName, KlpFunc> seen = new HashMap<>();
            for (KlpFunc func : TableContext.entries(object)) {
                SysfsName name = SysfsName.of(func);
                KlpFunc first = func.oldName().isPresent() ? seen.putIfAbsent(name, func) : null;
                if (first != null) {
                    sink.accept(finding(context, object, name, first, func));
                }
            }
        }
    }

    private static Finding finding(TableContext context, KlpObject object, SysfsName name, KlpFunc first,
            KlpFunc second) {
        String same = first.symposOrZero() == second.symposOrZero() ? "" : " (sympos 0 and 1 are the same)";
        Place place = second.oldName().<Place>map(n -> n.place()).orElse(second.place());
        Optional<Related> there = first.oldName().map(n -> n.place())
                .flatMap(p -> p instanceof Place.InSource s ? Optional.of(s.range()) : Optional.empty())
                .map(range -> new Related("named here first", Optional.of(range)));
        return Finding.at(place, INFO, quoted(name.name()) + " is named twice in " + object.objectName().text() + same
                + ": remove one, or say with .old_sympos that a namesake is meant")
                .kernelSays("sysfs: cannot create duplicate filename '/kernel/livepatch/" + context.moduleName() + "/"
                        + object.objectName().text() + "/" + name + "'")
                .related(there.stream().toList()).fixes(Entries.removal(second.place(), "the second entry"));
    }
}

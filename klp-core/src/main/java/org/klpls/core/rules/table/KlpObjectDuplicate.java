package org.klpls.core.rules.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.model.KlpObject;
import org.klpls.core.model.Located;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Related;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** One patch has the same object twice. Source: kernel/livepatch/core.c klp_init_object() and klp_add_object_nops(), v6.1. */
public final class KlpObjectDuplicate implements Rule<TableContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-object-duplicate", Severity.ERROR, Set.of(),
            "a patch has the same object twice");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TableContext context, Consumer<Finding> sink) {
        Map<String, KlpObject> seen = new HashMap<>();
        for (KlpObject object : context.patch().objects().entries()) {
            String name = object.objectName().text();
            Optional<KlpObject> first = Optional.ofNullable(seen.putIfAbsent(name, object));
            if (first.isPresent() && !name.isEmpty()) {
                sink.accept(finding(context, object, name).related(
                        List.of(new Related("the first object " + name, Places.inSource(first.get().place())))));
            }
        }
    }

    private static Finding finding(TableContext context, KlpObject object, String name) {
        String which = object.name().isPresent() ? "the module " + name : "vmlinux (no .name)";
        return Finding.at(object.name().<Place>map(Located::place).orElse(object.place()), INFO,
                which + " is there twice: put all its functions into one table")
                .kernelSays("sysfs: cannot create duplicate filename '/kernel/livepatch/" + context.moduleName() + "/"
                        + name + "'");
    }
}

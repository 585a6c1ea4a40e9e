package org.klpls.core.rules.table;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.model.KlpObject;
import org.klpls.core.model.Located;
import org.klpls.core.model.ModuleName;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** A name that does not fit MODULE_NAME_LEN. Source: kernel/livepatch/core.c klp_init_object(), include/linux/module.h, v6.1. */
public final class KlpObjectNameTooLong implements Rule<TableContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-object-name-too-long", Severity.ERROR, Set.of(),
            "an object's name is longer than a module's can be");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TableContext context, Consumer<Finding> sink) {
        for (KlpObject object : context.patch().objects().entries()) {
            object.name().filter(name -> !ModuleName.fits(name.value()))
                    .ifPresent(name -> sink.accept(Finding.at(name.place(),
                            INFO,
                            "this name has " + bytes(name) + " bytes, and a module's name at most " + ModuleName.LONGEST
                                    + ": the kernel refuses the whole patch, and does not say why. Give the name that"
                                    + " /proc/modules shows")));
        }
    }

    private static int bytes(Located<String> name) {
        return name.value().getBytes(StandardCharsets.UTF_8).length;
    }
}

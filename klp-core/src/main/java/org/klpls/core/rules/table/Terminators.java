package org.klpls.core.rules.table;

import org.klpls.core.model.KlpTable;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.RuleInfo;

/**
 * What a missing terminator means is the same for both kinds of table. Source: include/linux/livepatch.h
 * klp_for_each_object_static() and klp_for_each_func_static(), v6.1.
 */
final class Terminators {
    private Terminators() {}

    static Finding missing(RuleInfo rule, KlpTable<?> table) {
        return Finding
                .at(table.endPlace(), rule, "this table has no end: the kernel reads on past the last entry and hangs"
                        + " or crashes at load. Add an empty entry, { }")
                .fixes(Entries.terminator(table.place()));
    }
}

package org.klpls.core.rule;

import java.util.function.Consumer;

/**
 * One check. A rule is stateless; it is told what it declared to need, and reports through the sink.
 *
 * @param <C> what it looks at: a table, a source, a module, or source and module together
 */
public interface Rule<C> {
    RuleInfo info();

    void check(C context, Consumer<Finding> sink);
}

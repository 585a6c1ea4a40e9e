package org.klpls.core.rules;

import java.util.List;
import java.util.Set;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** Codes of findings that no rule makes, but the engine that runs them. */
public final class EngineCodes {
    public static final RuleInfo SYNTAX = new RuleInfo("c-syntax", Severity.ERROR, Set.of(),
            "the C of the source is not understood at this place");
    public static final RuleInfo INTERNAL_ERROR = new RuleInfo("klpls-internal-error", Severity.ERROR, Set.of(),
            "a rule failed: a defect of klpls, not of the livepatch");
    public static final RuleInfo DISABLE_WITHOUT_REASON = new RuleInfo("klpls-disable-without-reason", Severity.WARNING,
            Set.of(), "a klpls-disable comment does not say why");
    static final List<RuleInfo> ALL = List.of(SYNTAX, INTERNAL_ERROR, DISABLE_WITHOUT_REASON);

    private EngineCodes() {}
}

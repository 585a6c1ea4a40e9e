package org.klpls.core.rule;

import java.util.Set;

/**
 * What a rule is, without running it.
 *
 * @param code kebab-case, its page's name, its suppression key; never changes its meaning
 * @param summary one sentence for {@code klpls rules}
 */
public record RuleInfo(String code, Severity severity, Set<Need> needs, String summary) {
    public RuleInfo {
        if (!code.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("not a rule code: " + code);
        }
        needs = Set.copyOf(needs);
    }
}

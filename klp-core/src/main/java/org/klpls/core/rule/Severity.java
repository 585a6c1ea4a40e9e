package org.klpls.core.rule;

import java.util.Locale;

/** Harm, worst first. error: refused, crashes or does nothing; warning: may stall, split state or lose effect. */
public enum Severity {
    ERROR, WARNING, INFO, HINT;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean atLeast(Severity threshold) {
        return compareTo(threshold) <= 0;
    }
}

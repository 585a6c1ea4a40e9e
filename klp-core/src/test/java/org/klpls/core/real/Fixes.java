package org.klpls.core.real;

import java.util.Comparator;
import java.util.List;

import org.klpls.core.rule.Fix;

/** What an editor does when its user takes a quick fix. */
final class Fixes {
    private Fixes() {}

    /** The text with all edits made; they are of this one text. */
    static String apply(Fix fix, String text) {
        StringBuilder changed = new StringBuilder(text);
        List<Fix.Edit> lastFirst = fix.edits()
                .stream()
                .sorted(Comparator.comparingInt((Fix.Edit edit) -> edit.range().span().start()).reversed())
                .toList();
        lastFirst.forEach(e -> changed.replace(e.range().span().start(), e.range().span().end(), e.newText()));
        return changed.toString();
    }
}

package org.klpls.core.rules.source;

import org.klpls.c.text.SourceRange;
import org.klpls.c.text.Span;
import org.klpls.core.rule.Fix;

/** Words of the author's text, and how they are taken out of it. */
final class Words {
    private Words() {}

    static String text(SourceRange range) {
        return range.source().slice(range.span());
    }

    /** Takes a word out, with one of the blanks around it. */
    static Fix.Edit removal(SourceRange word) {
        String text = word.source().text();
        int start = word.span().start();
        int end = word.span().end();
        if (end < text.length() && text.charAt(end) == ' ') {
            end++;
        } else if (start > 0 && text.charAt(start - 1) == ' ') {
            start--;
        }
        return new Fix.Edit(new SourceRange(word.source(), new Span(start, end)), "");
    }
}

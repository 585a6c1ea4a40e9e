package org.klpls.core.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.klpls.c.text.SourceRange;
import org.klpls.c.text.SourceText;
import org.klpls.c.text.Span;

/** Finds {@code klpls-disable CODE: reason} in the comments of a text; strings are not comments. */
final class SuppressionReader {
    private static final Pattern FORM = Pattern
            .compile("klpls-disable\\s+(?<code>[a-z0-9]+(?:-[a-z0-9]+)*)\\s*(?::(?<reason>.*))?", Pattern.DOTALL);

    private SuppressionReader() {}

    static List<Suppression> read(SourceText source) {
        List<Suppression> found = new ArrayList<>();
        if (!source.text().contains("klpls-disable")) {
            return found;
        }
        for (Span comment : comments(source.text())) {
            Matcher form = FORM.matcher(source.slice(comment));
            if (form.find()) {
                Optional<String> reason = Optional.ofNullable(form.group("reason"))
                        .map(r -> r.replace("*/", "").strip()).filter(r -> !r.isEmpty());
                found.add(new Suppression(form.group("code"), reason, new SourceRange(source, comment)));
            }
        }
        return found;
    }

    private static List<Span> comments(String text) {
        List<Span> comments = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            int next = i + 1;
            char c = text.charAt(i);
            if (c == '"' || c == '\'') {
                next = afterLiteral(text, i);
            } else if (text.startsWith("/*", i)) {
                int end = text.indexOf("*/", i + 2);
                next = end < 0 ? text.length() : end + 2;
                comments.add(new Span(i, next));
            } else if (text.startsWith("//", i)) {
                int end = text.indexOf('\n', i);
                next = end < 0 ? text.length() : end;
                comments.add(new Span(i, next));
            }
            i = next;
        }
        return comments;
    }

    /** An unfinished literal ends with its line. */
    private static int afterLiteral(String text, int start) {
        char quote = text.charAt(start);
        int i = start + 1;
        while (i < text.length() && text.charAt(i) != quote && text.charAt(i) != '\n') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i + 1, text.length());
    }
}

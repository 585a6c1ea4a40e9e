package org.klpls.core.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.klpls.c.ast.Comment;

/** Finds {@code klpls-disable CODE: reason} in comments. */
final class SuppressionReader {
    private static final Pattern FORM = Pattern
            .compile("klpls-disable\\s+(?<code>[a-z0-9]+(?:-[a-z0-9]+)*)\\s*(?::(?<reason>.*))?", Pattern.DOTALL);

    private SuppressionReader() {}

    static List<Suppression> read(List<Comment> comments) {
        List<Suppression> found = new ArrayList<>();
        for (Comment comment : comments) {
            Matcher form = FORM.matcher(comment.text());
            if (form.find()) {
                Optional<String> reason = Optional.ofNullable(form.group("reason")).map(String::strip)
                        .filter(r -> !r.isEmpty());
                found.add(new Suppression(form.group("code"), reason, comment.place()));
            }
        }
        return found;
    }
}

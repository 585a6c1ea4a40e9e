package org.klpls.core.rules.source;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.klpls.c.ast.Storage;
import org.klpls.c.text.SourceRange;
import org.klpls.c.text.Span;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Fix;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** The kernel's {@code inline} is {@code notrace}, too. Source: include/linux/compiler_types.h, v6.1. */
public final class KlpNewFuncStaticInline implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-new-func-static-inline", Severity.INFO, Set.of(),
            "new_func is inline");
    private static final Pattern WORD = Pattern.compile("\\b(__always_inline|__inline__|__inline|inline)\\b");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        for (Replacements.Replacement replacement : Replacements.of(context)) {
            if (replacement.function().specifiers().storage().contains(Storage.INLINE)) {
                SourceRange specifiers = context.source().code().place(replacement.function().specifiers());
                word(specifiers).ifPresent(word -> sink.accept(Finding.at(new Place.InSource(word), INFO, "'"
                        + replacement.function().name() + "' is called through its address, so nothing inlines it; the"
                        + " kernel's inline makes it notrace, and no tracer sees it. Remove " + Words.text(word))
                        .fixes(List.of(new Fix("Remove " + Words.text(word), List.of(Words.removal(word)))))));
            }
        }
    }

    private static Optional<SourceRange> word(SourceRange specifiers) {
        Matcher matcher = WORD.matcher(Words.text(specifiers));
        int start = specifiers.span().start();
        return matcher.find()
                ? Optional.of(new SourceRange(specifiers.source(),
                        new Span(start + matcher.start(), start + matcher.end())))
                : Optional.empty();
    }
}

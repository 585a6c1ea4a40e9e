package org.klpls.core.rules.source;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.klpls.c.text.SourceRange;
import org.klpls.c.text.SourceText;
import org.klpls.c.text.Span;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** A livepatch_main.c of SUSE's in which the marks still stand that scripts/register-patches.sh replaces. */
public final class KlpTemplateNotExpanded implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-template-not-expanded", Severity.INFO, Set.of(),
            "a template whose tables are not filled in yet");
    private static final Pattern MARK = Pattern.compile("@@KLP_[A-Z_]+@@");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        mark(context.source().text()).ifPresent(mark -> sink.accept(Finding.at(new Place.InSource(mark), INFO,
                "this is a template, and no C yet: its tables are made of the patched_funcs.csv of each subpatch by"
                        + " scripts/register-patches.sh. Check those files, or the livepatch_main.c that comes out")));
    }

    /** The first mark; with one in it a file is not to be read as C. */
    public static Optional<SourceRange> mark(SourceText text) {
        Matcher mark = MARK.matcher(text.text());
        return mark.find()
                ? Optional.of(new SourceRange(text, new Span(mark.start(), mark.end())))
                : Optional.empty();
    }
}

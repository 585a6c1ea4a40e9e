package org.klpls.core.rules.source;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.klpls.c.text.SourceRange;
import org.klpls.c.text.SourceText;
import org.klpls.c.text.Span;
import org.klpls.core.model.Modinfo;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Fix;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;
import org.klpls.core.source.LivepatchSource;

/** The source enables a patch and does not mark its module as a livepatch. */
public final class KlpModinfoMissing implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-modinfo-missing", Severity.ERROR, Set.of(),
            "MODULE_INFO(livepatch, \"Y\") is missing");
    private static final String LINE = "MODULE_INFO(livepatch, \"Y\");";

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        LivepatchSource source = context.source();
        if (source.enableCalls().isEmpty() || !context.module().isComplete() || context.hasModinfo("livepatch")) {
            return;
        }
        SourceRange call = source.enableCalls().getFirst();
        sink.accept(Finding.at(new Place.InSource(call), INFO,
                "the kernel refuses klp_enable_patch() of a module that is not marked as a livepatch: add " + LINE)
                .kernelSays("livepatch: module " + source.moduleName() + " is not marked as a livepatch module")
                .fixes(List.of(new Fix("Add " + LINE, List.of(insertion(source))))));
    }

    /** After the last MODULE_* line, where its like stand; else at the end of the file. */
    private static Fix.Edit insertion(LivepatchSource source) {
        SourceText text = source.text();
        Optional<SourceRange> last = source.modinfo().entries().stream().map(Modinfo.Entry::place)
                .<SourceRange>mapMulti((place, sink) -> {
                    if (place instanceof Place.InSource(SourceRange range) && range.source().equals(text)) {
                        sink.accept(range);
                    }
                }).reduce((a, b) -> a.span().end() >= b.span().end() ? a : b);
        int at = last.map(range -> lineEnd(text.text(), range.span().end())).orElse(text.text().length());
        boolean needsNewline = at > 0 && text.text().charAt(at - 1) != '\n';
        return new Fix.Edit(new SourceRange(text, new Span(at, at)), (needsNewline ? "\n" : "") + LINE + "\n");
    }

    private static int lineEnd(String text, int from) {
        int newline = text.indexOf('\n', from);
        return newline < 0 ? text.length() : newline + 1;
    }
}

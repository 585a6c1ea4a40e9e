package org.klpls.core.rules.source;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;
import org.klpls.core.source.PatchedFuncs;
import org.klpls.core.source.UnreadEntry;

/** A line that SUSE's scripts/register-patches.sh leaves out, or of which it makes what is no C. */
public final class KlpPatchedFuncsLine implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-patched-funcs-line", Severity.ERROR, Set.of(),
            "a line of patched_funcs.csv is not of its form");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        if (PatchedFuncs.isOne(context.source().text().path())) {
            for (UnreadEntry line : context.source().unread()) {
                sink.accept(Finding.at(new Place.InSource(line.place()), INFO,
                        "a line is OBJECT OLD_NAME[,SYMPOS] NEW_FUNC,"
                                + " parted by blanks, with a condition of the preprocessor behind where it needs one: this one is"
                                + " left out of the livepatch's table, or does not compile there"));
            }
        }
    }
}

package org.klpls.core.rules.source;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.klpls.c.text.SourceRange;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Fix;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;
import org.klpls.core.source.PatchMembers;

/** The kernel takes the name and the livepatch mark from .mod, and holds a reference of it. */
public final class KlpPatchOtherModule implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-patch-other-module", Severity.ERROR, Set.of(),
            "a patch's .mod is another module than its own");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        for (PatchMembers members : context.source().members()) {
            if (members.mod() == PatchMembers.Mod.OTHER && members.modPlace().isPresent()) {
                SourceRange place = members.modPlace().get();
                sink.accept(Finding.at(new Place.InSource(place), INFO, ".mod must be the module that holds the patch:"
                        + " the kernel takes the patch's name and the livepatch mark from it, and keeps it loaded. Write"
                        + " THIS_MODULE")
                        .fixes(List.of(new Fix("Change to THIS_MODULE",
                                List.of(new Fix.Edit(place, "THIS_MODULE"))))));
            }
        }
    }
}

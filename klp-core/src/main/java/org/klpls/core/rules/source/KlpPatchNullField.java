package org.klpls.core.rules.source;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.model.KlpPatch;
import org.klpls.core.model.TableEnd;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;
import org.klpls.core.source.PatchMembers;

/** A patch that does not say its module, or its objects. Source: kernel/livepatch/core.c klp_enable_patch(), v6.1. */
public final class KlpPatchNullField implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-patch-null-field", Severity.ERROR, Set.of(),
            "a patch has no .mod or no .objs");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        for (KlpPatch patch : context.source().patches()) {
            if (patch.objects().end() == TableEnd.NO_TABLE) {
                sink.accept(
                        Finding.at(patch.place(), INFO, "the patch has no .objs: the kernel refuses it, and does not"
                                + " say why. Give its table of objects"));
            }
            members(context, patch).filter(m -> m.mod() == PatchMembers.Mod.MISSING)
                    .ifPresent(_ -> sink.accept(Finding.at(patch.place(), INFO, "the patch has no .mod: the kernel"
                            + " refuses it, and does not say why. Add .mod = THIS_MODULE")
                            .fixes(Initializers.addMember(context, patch, ".mod = THIS_MODULE"))));
        }
    }

    private static Optional<PatchMembers> members(SourceContext context, KlpPatch patch) {
        return context.source().members().stream().filter(m -> m.variable().equals(patch.variable())).findFirst();
    }
}

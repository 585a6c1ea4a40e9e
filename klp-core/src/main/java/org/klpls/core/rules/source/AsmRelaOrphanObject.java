package org.klpls.core.rules.source;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.klpls.core.model.KlpObject;
import org.klpls.core.model.KlpPatch;
import org.klpls.core.model.ObjectName;
import org.klpls.core.model.TableEnd;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;
import org.klpls.core.source.SymbolReference;

/** An asm name for the relocations of a module that the livepatch does not patch. */
public final class AsmRelaOrphanObject implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-rela-orphan-object", Severity.ERROR, Set.of(),
            "livepatch relocations are for an object that is not patched");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        List<KlpPatch> patches = context.patches();
        boolean isKnown = !patches.isEmpty() && context.module().isComplete()
                && patches.stream().allMatch(p -> p.objects().end() != TableEnd.UNKNOWN);
        if (!isKnown || !context.source().unread().isEmpty()) {
            return;
        }
        Set<ObjectName> patched = patches.stream().flatMap(p -> p.objects().entries().stream())
                .map(KlpObject::objectName).collect(Collectors.toSet());
        for (SymbolReference reference : context.source().references()) {
            reference.livepatched().filter(object -> !object.equals(ObjectName.VMLINUX) && !patched.contains(object))
                    .ifPresent(object -> sink.accept(References.finding(INFO, reference, "'" + reference.symbol()
                            + "' is relocated when " + object.text() + " is patched, and no table has this object: its"
                            + " address stays 0, and the code that uses it crashes")));
        }
    }
}

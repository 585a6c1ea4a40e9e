package org.klpls.core.rules.module;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.model.Place;
import org.klpls.core.module.ToolCallback;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/**
 * Of the callbacks that kpatch-build leaves, the module's own code takes one of each kind for an object. Source: dynup/kpatch
 * kmod/patch/livepatch-patch-hook.c add_callbacks_to_patch_objects().
 */
public final class ModuleCallbackDuplicate implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-callback-duplicate", Severity.ERROR, Set.of(Need.MODULE),
            "an object has two callbacks of one kind");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        Set<String> seen = new HashSet<>();
        for (ToolCallback callback : context.module().toolCallbacks()) {
            String object = callback.object().orElse("");
            if (!object.isEmpty() && !seen.add(callback.kind() + " " + object)) {
                String kind = callback.kind().replace('_', '-');
                sink.accept(Finding.at(new Place.InModule(callback.place()), INFO, "'"
                        + callback.function().orElse("?") + "' is another " + kind + " callback of " + object
                        + ": the module's init refuses that with EINVAL. Call both from one function, and name that")
                        .kernelSays("extra " + kind + " callback for object: " + object));
            }
        }
    }
}

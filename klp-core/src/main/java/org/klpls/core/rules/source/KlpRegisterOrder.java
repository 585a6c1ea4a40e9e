package org.klpls.core.rules.source;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.klpls.c.ast.Statement;
import org.klpls.c.text.SourceRange;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Related;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;
import org.klpls.core.source.SourceCode;

/**
 * Before 5.1 a patch is registered, then enabled, and unregistered again where init fails. Source: kernel/livepatch/core.c
 * klp_register_patch(), klp_enable_patch(), v4.0 to v5.0.
 */
public final class KlpRegisterOrder implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-register-order", Severity.ERROR, Set.of(),
            "a patch is registered, enabled, disabled and unregistered in the wrong order");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        if (context.version().isAtLeast(5, 1)) {
            return;
        }
        EnablePaths.of(context).forEach(mishap -> finding(context, mishap).ifPresent(sink));
    }

    private static Optional<Finding> finding(SourceContext context, EnablePaths.Mishap mishap) {
        return switch (mishap) {
            case EnablePaths.Mishap.Unregistered(SourceCode.Call enabled) -> Optional.of(finding(enabled));
            case EnablePaths.Mishap.LeftRegistered(SourceCode.Call registered, Statement failure) ->
                Optional.of(at(context.source().code().place(failure), "init may fail here, and the patch stays"
                        + " registered: the kernel frees the module, and crashes when it walks its list of patches. Call"
                        + " klp_unregister_patch() before, and klp_disable_patch() where it was enabled", registered,
                        "the patch is registered here"));
            case EnablePaths.Mishap.RegisteredAgain(SourceCode.Call first, SourceCode.Call second) ->
                Optional.of(at(second.place(), "a patch of this module is registered already: in sysfs both would have"
                        + " the module's name, so that the kernel refuses this one with EEXIST. Put all objects into one"
                        + " patch, and register it once", first, "the patch is registered here"));
            case EnablePaths.Mishap.UnregisteredEnabled(SourceCode.Call enabled, SourceCode.Call unregistered) ->
                Optional.of(at(unregistered.place(),
                        "the patch is enabled here, so that klp_unregister_patch() refuses it with"
                                + " EBUSY, and it stays registered. Call klp_disable_patch() before",
                        enabled,
                        "the patch is enabled here"));
            case EnablePaths.Mishap.Needless(SourceCode.Call call) -> Optional.of(Finding
                    .at(new Place.InSource(call.place()), INFO, "the patch is not "
                            + (call.callee().equals("klp_disable_patch") ? "enabled" : "registered")
                            + " here: the call gives EINVAL and does nothing. Remove it")
                    .severity(Severity.INFO));
            // until 4.11 a module that has registered a patch cannot be unloaded
            case EnablePaths.Mishap.ExitLeavesRegistered(SourceCode.Call registered) -> Optional.of(registered)
                    .filter(_ -> context.version().isAtLeast(4, 12))
                    .flatMap(call -> context.source().lifeCycle().exit().map(exit -> at(exit.place(),
                            exit.function()
                                    + "() leaves the patch registered: the kernel frees the module, and crashes when"
                                    + " it walks its list of patches. Call klp_unregister_patch() in it",
                            call, "the patch is registered here")));
            case EnablePaths.Mishap.Again _,EnablePaths.Mishap.FailsAfter _ -> Optional.empty();
        };
    }

    private static Finding at(SourceRange place, String message, SourceCode.Call there, String why) {
        return Finding.at(new Place.InSource(place), INFO, message)
                .related(List.of(new Related(why, Optional.of(there.place()))));
    }

    private static Finding finding(SourceCode.Call enabled) {
        return Finding.at(new Place.InSource(enabled.place()), INFO,
                "the patch is not registered here: before Linux 5.1 klp_enable_patch() refuses it with EINVAL, and does"
                        + " not say why. Call klp_register_patch() first");
    }
}

package org.klpls.core.rules.source;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.klpls.c.ast.Statement;
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
            "a patch is enabled before it is registered, or stays registered when init fails");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        if (context.version().isAtLeast(5, 1)) {
            return;
        }
        for (EnablePaths.Mishap mishap : EnablePaths.of(context)) {
            switch (mishap) {
                case EnablePaths.Mishap.Unregistered(SourceCode.Call enabled) -> sink.accept(finding(enabled));
                case EnablePaths.Mishap.LeftRegistered(SourceCode.Call registered, Statement failure) ->
                    sink.accept(Finding.at(new Place.InSource(context.source().code().place(failure)), INFO,
                            "init may fail here, and the patch stays registered: the kernel frees the module, and"
                                    + " crashes when it walks its list of patches. Call klp_unregister_patch() before,"
                                    + " and klp_disable_patch() where it was enabled")
                            .related(List.of(new Related("the patch is registered here",
                                    Optional.of(registered.place())))));
                case EnablePaths.Mishap.Again _,EnablePaths.Mishap.FailsAfter _ -> {
                }
            }
        }
    }

    private static Finding finding(SourceCode.Call enabled) {
        return Finding.at(new Place.InSource(enabled.place()), INFO,
                "the patch is not registered here: before Linux 5.1 klp_enable_patch() refuses it with EINVAL, and does"
                        + " not say why. Call klp_register_patch() first");
    }
}

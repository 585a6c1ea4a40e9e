package org.klpls.core.rules.source;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Related;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;
import org.klpls.core.source.SourceCode;

/** A patch is known by its module: a second one of the same module finds its place taken. Source: kernel/livepatch/core.c klp_init_patch(), v6.1. */
public final class KlpEnableTwice implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-enable-twice", Severity.ERROR, Set.of(),
            "a module enables a patch twice, or two patches");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        // before 5.1 a patch was registered first, and enabling it again was told by an error
        if (!context.version().isAtLeast(5, 1)) {
            return;
        }
        EnablePaths.of(context).stream().filter(EnablePaths.Mishap.Again.class::isInstance)
                .map(EnablePaths.Mishap.Again.class::cast).findFirst()
                .ifPresent(again -> sink.accept(finding(context, again.first(), again.second())));
    }

    private static Finding finding(SourceContext context, SourceCode.Call first, SourceCode.Call second) {
        boolean same = context.source().code().unit().text(first.expression())
                .equals(context.source().code().unit().text(second.expression()));
        Finding finding = Finding.at(new Place.InSource(second.place()), INFO, same
                ? "the patch is enabled already: the kernel adds it to its list a second time, and hangs. Enable it once"
                : "this module has enabled a patch already, and a second one of the same module is refused. Put all"
                        + " objects into one patch")
                .related(List.of(new Related("enabled here first", Optional.of(first.place()))));
        return same
                ? finding
                : finding.kernelSays("sysfs: cannot create duplicate filename '/kernel/livepatch/"
                        + context.source().moduleName() + "'");
    }
}

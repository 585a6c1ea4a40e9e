package org.klpls.core.rules.source;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.kernel.KernelVersion;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** Livepatch's interface of newer kernels than the one that the patch is for. */
public final class KlpApiNotYet implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-api-not-yet", Severity.ERROR, Set.of(),
            "the source uses an interface that this kernel does not have yet");

    /** Source: git log include/linux/livepatch.h. */
    private record Came(String name, KernelVersion with, String instead) {}

    private static final List<Came> MEMBERS = List.of(
            new Came("old_sympos", new KernelVersion(4, 5), "give the function's address, .old_addr, where its name is"
                    + " not unique"),
            new Came("callbacks", new KernelVersion(4, 15), "do the work in init, before the patch is enabled"),
            new Came("replace", new KernelVersion(5, 1), "older patches stay: disable and unload them first"),
            new Came("states", new KernelVersion(5, 5), "let callbacks find out by themselves what is there"));
    private static final List<Came> FUNCTIONS = List.of(
            new Came("klp_shadow_get", new KernelVersion(4, 15), shadow()),
            new Came("klp_shadow_alloc", new KernelVersion(4, 15), shadow()),
            new Came("klp_shadow_get_or_alloc", new KernelVersion(4, 15), shadow()),
            new Came("klp_shadow_free", new KernelVersion(4, 15), shadow()),
            new Came("klp_shadow_free_all", new KernelVersion(4, 15), shadow()),
            new Came("klp_get_state", new KernelVersion(5, 5), "let callbacks find out by themselves what is there"),
            new Came("klp_get_prev_state", new KernelVersion(5, 5),
                    "let callbacks find out by themselves what is there"));

    private static String shadow() {
        return "keep what belongs to an object in a table of your own";
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        InterfaceUses uses = new InterfaceUses(context);
        if (context.version().isAtLeast(5, 5)) {
            return;
        }
        List<InterfaceUses.Use> members = uses.members();
        for (Came came : MEMBERS) {
            members.stream().filter(use -> use.name().equals(came.name()) && isMissing(context, came))
                    .forEach(use -> sink.accept(finding(context, use, "." + came.name(), came)));
        }
        for (Came came : FUNCTIONS) {
            if (isMissing(context, came)) {
                uses.calls(came.name()).forEach(use -> sink.accept(finding(context, use, came.name() + "()", came)));
            }
        }
    }

    private static boolean isMissing(SourceContext context, Came came) {
        return context.version().compareTo(came.with()) < 0;
    }

    private static Finding finding(SourceContext context, InterfaceUses.Use use, String what, Came came) {
        KernelVersion version = context.version();
        return Finding.at(new Place.InSource(use.place()), INFO,
                what + " came with Linux " + came.with().major() + "." + came.with().minor() + ", and this kernel is "
                        + version.major() + "." + version.minor() + ": " + came.instead());
    }
}

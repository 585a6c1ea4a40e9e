package org.klpls.core.rules.source;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.klpls.c.ast.Declaration;
import org.klpls.c.ast.Name;
import org.klpls.core.kernel.KernelVersion;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** Livepatch's interface of older kernels: what went away, when, and what to do instead. */
public final class KlpApiRemoved implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-api-removed", Severity.ERROR, Set.of(),
            "the source uses an interface that this kernel does not have");

    /** What a kernel no longer has. Source: git log include/linux/livepatch.h. */
    private record Gone(String name, KernelVersion since, String instead) {}

    private static final List<Gone> FUNCTIONS = List.of(
            new Gone("klp_register_patch", new KernelVersion(5, 1),
                    "klp_enable_patch() does its work too. Remove the call"),
            new Gone("klp_unregister_patch", new KernelVersion(5, 1),
                    "the kernel does it when the patch is disabled. Remove the call; the exit function stays empty"),
            new Gone("klp_disable_patch", new KernelVersion(5, 1),
                    "a patch is disabled by writing 0 to /sys/kernel/livepatch/NAME/enabled. Remove the call"));
    private static final List<Gone> STRUCTS = List.of(
            new Gone("klp_reloc", new KernelVersion(4, 7), "use .klp.rela sections"));
    private static final List<Gone> MEMBERS = List.of(
            new Gone("old_addr", new KernelVersion(4, 5), "give the position among namesakes, .old_sympos"),
            new Gone("relocs", new KernelVersion(4, 7), "use .klp.rela sections"),
            new Gone("immediate", new KernelVersion(4, 16),
                    "each task goes over to the patch on its own. Remove the line"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        InterfaceUses uses = new InterfaceUses(context);
        for (Gone gone : FUNCTIONS) {
            if (isGone(context, gone) && !isDeclared(context, gone)) {
                uses.calls(gone.name()).forEach(use -> sink.accept(finding(use, gone.name() + "()", gone)));
            }
        }
        for (Gone gone : STRUCTS) {
            uses.structs().stream().filter(use -> use.name().equals(gone.name()) && isGone(context, gone))
                    .forEach(use -> sink.accept(finding(use, "struct " + gone.name(), gone)));
        }
        List<InterfaceUses.Use> members = uses.members();
        for (Gone gone : MEMBERS) {
            members.stream().filter(use -> use.name().equals(gone.name()) && isGone(context, gone))
                    .forEach(use -> sink.accept(finding(use, "." + gone.name(), gone)));
        }
    }

    private static boolean isGone(SourceContext context, Gone gone) {
        return context.version().compareTo(gone.since()) >= 0;
    }

    /** No kernel is given, and the headers that the source is compiled with have it: they are of such a kernel. */
    private static boolean isDeclared(SourceContext context, Gone gone) {
        return context.kernel().isEmpty() && !context.source().code().calls(gone.name()).isEmpty()
                && context.source().code().unit().headers().declaring(gone.name()).stream()
                        .anyMatch(external -> external instanceof Declaration declaration && declaration.declarators()
                                .stream().anyMatch(d -> d.declarator().name().map(Name::text)
                                        .filter(gone.name()::equals).isPresent()));
    }

    private static Finding finding(InterfaceUses.Use use, String what, Gone gone) {
        return Finding.at(new Place.InSource(use.place()), INFO,
                what + " went away with Linux " + gone.since().major() + "." + gone.since().minor()
                        + ": " + gone.instead());
    }
}

package org.klpls.core.rules.source;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.klpls.c.ast.Declaration;
import org.klpls.c.ast.Designator;
import org.klpls.c.ast.ExternalDeclaration;
import org.klpls.c.ast.Name;
import org.klpls.c.ast.TypeSpecifier;
import org.klpls.c.ast.Walker;
import org.klpls.core.kernel.KernelVersion;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** Livepatch's interface of other kernels: what went away, when, and what to do instead. */
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
        for (Gone gone : FUNCTIONS) {
            if (context.version().compareTo(gone.since()) >= 0 && !isDeclared(context, gone)) {
                context.source().code().calls(gone.name())
                        .forEach(call -> sink
                                .accept(finding(new Place.InSource(call.place()), gone.name() + "()", gone)));
            }
        }
        for (ExternalDeclaration external : context.source().code().unit().mainDeclarations()) {
            if (external instanceof Declaration declaration && isLivepatchs(declaration)) {
                Walker.all(Designator.Member.class, declaration)
                        .forEach(member -> member(context, member).ifPresent(sink));
            }
        }
    }

    private static Optional<Finding> member(SourceContext context, Designator.Member member) {
        return MEMBERS.stream().filter(gone -> gone.name().equals(member.name().text()))
                .filter(gone -> context.version().compareTo(gone.since()) >= 0).findFirst()
                .map(gone -> finding(new Place.InSource(context.source().code().place(member)), "." + gone.name(),
                        gone));
    }

    /** No kernel is given, and the headers that the source is compiled with have it: they are of such a kernel. */
    private static boolean isDeclared(SourceContext context, Gone gone) {
        return context.kernel().isEmpty() && !context.source().code().calls(gone.name()).isEmpty()
                && context.source().code().unit().headerDeclarations().stream()
                        .anyMatch(external -> external instanceof Declaration declaration && declaration.declarators()
                                .stream().anyMatch(d -> d.declarator().name().map(Name::text)
                                        .filter(gone.name()::equals).isPresent()));
    }

    private static boolean isLivepatchs(Declaration declaration) {
        return declaration.specifiers().type() instanceof TypeSpecifier.Struct struct
                && struct.tag().map(Name::text).filter(tag -> tag.startsWith("klp_")).isPresent();
    }

    private static Finding finding(Place place, String what, Gone gone) {
        return Finding.at(place, INFO,
                what + " went away with Linux " + gone.since().major() + "." + gone.since().minor()
                        + ": " + gone.instead());
    }
}

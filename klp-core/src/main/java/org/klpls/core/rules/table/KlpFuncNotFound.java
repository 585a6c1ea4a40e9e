package org.klpls.core.rules.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.klpls.core.kernel.Export;
import org.klpls.core.kernel.KernelVersion;
import org.klpls.core.kernel.SymbolLookup;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.model.KlpObject;
import org.klpls.core.model.ObjectName;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Fix;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

import static org.klpls.core.rules.table.Words.listed;
import static org.klpls.core.rules.table.Words.quoted;

/** The object has no symbol of this name. The kernel looks names up letter for letter, clones' suffixes included. */
public final class KlpFuncNotFound implements Rule<TableContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-func-not-found", Severity.ERROR, Set.of(Need.KERNEL_SYMBOLS),
            "old_name is no symbol of the object");
    private static final int SUGGESTIONS = 3;
    /** Suffixes of copies that begin with the function's own entry. gcc's .part and .cold copies do not. */
    private static final Pattern WHOLE_CLONE = Pattern.compile("(\\.(isra|constprop)\\.\\d+)+");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TableContext context, Consumer<Finding> sink) {
        TargetKernel kernel = context.knownKernel();
        for (Target target : context.targets()) {
            if (target.lookup(kernel) instanceof SymbolLookup.NotFound notFound
                    && !KlpFuncNameTooLong.isTooLong(target, KernelVersion.of(kernel))
                    && KlpTargetSyscallInner.wrapper(kernel, target).isEmpty()
                    && InlinedTarget.of(kernel, target).isEmpty()) {
                Finding finding = finding(context, target, kernel);
                sink.accept(notFound.kernelMessage().map(finding::kernelSays).orElse(finding));
            }
        }
    }

    private static Finding finding(TableContext context, Target target, TargetKernel kernel) {
        ObjectName object = target.object().objectName();
        if (target.name().isEmpty()) {
            return at(target, "this name is empty: give the name of the function to be replaced", List.of());
        }
        String head = quoted(target.name()) + " is not in " + object.text();
        List<String> clones = clones(kernel, object, target.name());
        if (!clones.isEmpty()) {
            return at(target,
                    head + " under this name: gcc made " + listed(clones) + " of it. Name the clone exactly; its"
                            + " parameters may differ from the source's",
                    renames(target, clones));
        }
        Optional<ObjectName> other = otherObject(kernel, object, target.name())
                .or(() -> otherOfPatch(context, kernel, object, target.name()));
        if (other.isPresent()) {
            return at(target, head + ", it is in " + other.get().text() + ": put it into the table of that object",
                    List.of());
        }
        List<String> similar = kernel.similarNames(object, target.name(), SUGGESTIONS);
        if (!similar.isEmpty()) {
            return at(target, head + ". Names like it: " + listed(similar), renames(target, similar));
        }
        String inlined = ". If the source of the kernel has it, the compiler inlined it: patch its callers";
        String inModule = object.equals(ObjectName.VMLINUX)
                ? ". Or it belongs to a module: then name that as .name of the object"
                : "";
        return at(target, head + inlined + inModule, List.of());
    }

    private static Finding at(Target target, String message, List<Fix> fixes) {
        return Finding.at(target.oldName().place(), INFO, message).fixes(fixes);
    }

    private static List<String> clones(TargetKernel kernel, ObjectName object, String name) {
        return kernel.namesBeginningWith(object, name + ".").stream()
                .filter(n -> WHOLE_CLONE.matcher(n.substring(name.length())).matches()).toList();
    }

    private static Optional<ObjectName> otherObject(TargetKernel kernel, ObjectName object, String name) {
        if (!object.equals(ObjectName.VMLINUX) && !kernel.occurrences(ObjectName.VMLINUX, name).isEmpty()) {
            return Optional.of(ObjectName.VMLINUX);
        }
        return kernel.export(name).map(Export::owner).filter(owner -> !owner.equals(object))
                .or(() -> relatives(kernel, object, name));
    }

    /** Of the other objects of the patch: tables get mixed up. */
    private static Optional<ObjectName> otherOfPatch(TableContext context, TargetKernel kernel, ObjectName object,
            String name) {
        return context.patch().objects().entries().stream().map(KlpObject::objectName)
                .filter(other -> !other.equals(object) && kernel.knows(other)
                        && !kernel.occurrences(other, name).isEmpty())
                .findFirst();
    }

    /** Of the modules that this one depends on, or that depend on it, the one with this function: few, so read quickly. */
    private static Optional<ObjectName> relatives(TargetKernel kernel, ObjectName object, String name) {
        return kernel.modules().named(object.text()).stream()
                .flatMap(module -> Stream.concat(kernel.modules().before(module).stream(),
                        kernel.modules().modules().stream().filter(m -> m.depends().contains(module.object().name()))))
                .map(m -> (ObjectName) m.object()).filter(m -> !kernel.occurrences(m, name).isEmpty()).findFirst();
    }

    private static List<Fix> renames(Target target, List<String> names) {
        List<Fix> fixes = new ArrayList<>();
        for (String name : names) {
            Literal.replace(target.oldName().place(), '"' + name + '"')
                    .ifPresent(edit -> fixes.add(new Fix("Change to " + quoted(name), List.of(edit))));
        }
        return fixes;
    }
}

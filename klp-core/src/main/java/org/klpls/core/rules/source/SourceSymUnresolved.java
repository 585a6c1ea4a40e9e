package org.klpls.core.rules.source;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.klpls.c.ast.FunctionDefinition;
import org.klpls.c.ast.InitDeclarator;
import org.klpls.c.ast.Storage;
import org.klpls.c.types.Declared;
import org.klpls.c.types.Program;
import org.klpls.c.types.Symbol;
import org.klpls.c.types.Use;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.model.KlpObject;
import org.klpls.core.model.KlpPatch;
import org.klpls.core.model.ObjectName;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** What the new code calls by its plain name must be exported. Source: kernel/module/main.c simplify_symbols(), v6.1. */
public final class SourceSymUnresolved implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("sym-unresolved", Severity.ERROR,
            Set.of(Need.KERNEL_SYMBOLS, Need.KERNEL_EXPORTS), "the module uses a symbol that nothing exports");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        // a file of the kernel that a tool makes a livepatch of has no table, and the tool does what is needed;
        // what klp-convert or its like made of a symbol the built module shows
        if (context.isBuilt() || context.patches().isEmpty() || !context.module().isComplete()
                || !context.source().code().isWhole()) {
            return;
        }
        Program program = Program.of(context.source().code().unit());
        TargetKernel kernel = context.kernel().orElseThrow();
        Set<String> told = new HashSet<>();
        for (FunctionDefinition function : context.source().code().functions()) {
            for (Use use : program.uses(function)) {
                if (isLeftToTheLoader(context, program, use.target()) && kernel.export(use.target().name()).isEmpty()) {
                    owner(context, kernel, use.target().name()).filter(_ -> told.add(use.target().name()))
                            .ifPresent(owner -> sink.accept(finding(context, kernel, use, owner)));
                }
            }
        }
    }

    /** Declared here under its own name, and defined in no file of the module. */
    private static boolean isLeftToTheLoader(SourceContext context, Program program, Declared target) {
        String name = target.name();
        if (target.isFunction()) {
            return program.function(name).filter(f -> f.definition().isEmpty()).isPresent() && !hasAsmName(target)
                    && target.attribute("alias").isEmpty()
                    && context.siblings().stream().noneMatch(sibling -> sibling.functions().contains(name));
        }
        return context.isWholeModule() && target.isVariable() && !hasAsmName(target)
                && program.variable(name).filter(variable -> isOnlyDeclared(target)).isPresent();
    }

    private static boolean isOnlyDeclared(Declared variable) {
        return variable.specifiers().storage().contains(Storage.EXTERN) && variable.initializer().isEmpty()
                && variable.earlier().filter(Declared.class::isInstance).map(Declared.class::cast)
                        .filter(before -> !isOnlyDeclared(before)).isEmpty();
    }

    private static boolean hasAsmName(Declared declared) {
        return declared.declaration() instanceof InitDeclarator declarator && declarator.asmName().isPresent()
                || earlier(declared).filter(SourceSymUnresolved::hasAsmName).isPresent();
    }

    private static Optional<Declared> earlier(Symbol symbol) {
        return symbol.earlier().filter(Declared.class::isInstance).map(Declared.class::cast);
    }

    /** vmlinux, or one of the modules that the patch is for. */
    private static Optional<ObjectName> owner(SourceContext context, TargetKernel kernel, String name) {
        Set<ObjectName> objects = new LinkedHashSet<>(Set.of(ObjectName.VMLINUX));
        for (KlpPatch patch : context.patches()) {
            patch.objects().entries().stream().map(KlpObject::objectName).forEach(objects::add);
        }
        return objects.stream().filter(object -> kernel.knows(object) && !kernel.occurrences(object, name).isEmpty())
                .findFirst();
    }

    private static Finding finding(SourceContext context, TargetKernel kernel, Use use, ObjectName owner) {
        String name = use.target().name();
        int count = kernel.occurrences(owner, name).size();
        String klp = ".klp.sym." + owner.text() + "." + name + "," + (count > 1 ? "N" : "0");
        return Finding.at(new Place.InSource(context.source().code().place(use.node())), INFO, "'" + name + "' is in "
                + owner.text() + " and not exported: unless the build makes a livepatch symbol of it, the module is"
                + " refused. Have klp-convert or the like make " + klp
                + (count > 1 ? " with N of 1 to " + count : "") + ", in a .klp.rela section;"
                + " look it up by kallsyms; or copy it into the livepatch")
                .severity(Severity.INFO)
                .kernelSays(context.source().moduleName() + ": Unknown symbol " + name + " (err -2)");
    }
}

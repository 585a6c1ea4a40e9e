package org.klpls.core.rules.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.klpls.c.text.SourceRange;
import org.klpls.c.types.DeclaredFunction;
import org.klpls.c.types.Program;
import org.klpls.core.kernel.Export;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.kernel.SymbolLookup;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.kernel.Traceability;
import org.klpls.core.model.KlpFunc;
import org.klpls.core.model.KlpObject;
import org.klpls.core.model.KlpPatch;
import org.klpls.core.model.KlpTable;
import org.klpls.core.model.Located;
import org.klpls.core.model.ObjectName;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Related;
import org.klpls.core.rule.RuleInfo;

/**
 * A replacement that is called otherwise than what it replaces.
 *
 * @param wanted the type of the replaced function, in BTF's words
 * @param given that of the replacement
 * @param differences each as the rest of a sentence; not empty
 */
record SignatureDifference(KlpFunc func, ObjectName object, String wanted, DeclaredFunction given,
        List<String> differences) {
    SignatureDifference {
        differences = List.copyOf(differences);
    }

    static List<SignatureDifference> all(SourceContext context) {
        Program program = Program.of(context.source().code().unit());
        List<SignatureDifference> found = new ArrayList<>();
        for (KlpPatch patch : context.patches()) {
            for (KlpObject object : patch.objects().entries()) {
                object.funcs().map(KlpTable::entries).orElse(List.of()).forEach(
                        func -> of(context, program, object.objectName(), func).ifPresent(found::add));
            }
        }
        return found;
    }

    private static Optional<SignatureDifference> of(SourceContext context, Program program, ObjectName object,
            KlpFunc func) {
        // gcc gives its copies, foo.isra.0, other parameters than the source
        Optional<String> wanted = func.oldName().map(Located::value).filter(name -> !name.contains("."))
                .flatMap(name -> context.kernel()
                        .filter(kernel -> isPatchable(kernel, object, name, func.symposOrZero()))
                        .flatMap(kernel -> kernel.prototype(object, name)));
        Optional<DeclaredFunction> given = func.newFunc().map(Located::value).flatMap(program::function)
                .filter(f -> f.definition().isPresent() || isOnlyDeclared(context, func, f));
        if (wanted.isEmpty() || given.isEmpty()) {
            return Optional.empty();
        }
        List<String> differences = differences(wanted.get(), given.get().type().text(), program);
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of(new SignatureDifference(func, object, wanted.get(), given.get(), differences));
    }

    /** A table's function of which no file of the module that is known has more than the declaration. */
    private static boolean isOnlyDeclared(SourceContext context, KlpFunc func, DeclaredFunction function) {
        return !context.isInSibling(func.place())
                && context.siblings().stream().noneMatch(s -> s.functions().contains(function.name()));
    }

    /** What cannot be patched at all is told by others. */
    private static boolean isPatchable(TargetKernel kernel, ObjectName object, String name, long sympos) {
        return kernel.lookup(object, name, sympos) instanceof SymbolLookup.Found(KernelSymbol symbol)
                && switch (kernel.traceability(symbol)) {
                    case Traceability.Yes _,Traceability.Unknown _ -> true;
                    case Traceability.No _,Traceability.Freed _ -> false;
                };
    }

    boolean isExported(SourceContext context) {
        return context.kernel().flatMap(kernel -> kernel.export(func.oldName().map(Located::value).orElse("")))
                .map(Export::owner).filter(object::equals).isPresent();
    }

    /** At the entry; where another file has the table, at the function. */
    Finding finding(SourceContext context, RuleInfo rule, String harm) {
        Located<String> newFunc = func.newFunc().orElseThrow();
        Optional<SourceRange> name = context.source().function(given.name()).map(f -> f.nameRange());
        boolean isElsewhere = context.isInSibling(newFunc.place()) && name.isPresent();
        Place place = isElsewhere ? new Place.InSource(name.get()) : newFunc.place();
        Optional<SourceRange> entry = newFunc.place() instanceof Place.InSource(SourceRange range)
                ? Optional.of(range)
                : Optional.empty();
        Related related = isElsewhere
                ? new Related("the entry of the table", entry)
                : new Related(given.name() + " is " + given.type().text(), name);
        return Finding.at(place, rule, "'" + given.name() + "' is called like '"
                + func.oldName().map(Located::value).orElse("") + "', which is " + wanted + ": "
                + String.join("; ", differences) + harm)
                .related(List.of(related));
    }

    /** How what is called like the first is not what is called like the second, each as the rest of a sentence. */
    static List<String> differences(String wanted, String given, Program program) {
        Optional<CallShape> old = CallShape.of(wanted);
        Optional<CallShape> replacement = CallShape.of(given);
        if (old.isEmpty() || replacement.isEmpty()) {
            return List.of();
        }
        List<String> differences = new ArrayList<>();
        List<String> parameters = old.get().parameters();
        List<String> own = replacement.get().parameters();
        if (parameters.size() != own.size()) {
            differences.add("it takes " + own.size() + (own.size() == 1 ? " parameter" : " parameters") + ", not "
                    + parameters.size());
        }
        for (int i = 0; i < Math.min(parameters.size(), own.size()); i++) {
            if (CallShape.parameterDiffers(parameters.get(i), own.get(i), program)) {
                differences.add("parameter " + (i + 1) + " is " + own.get(i) + ", not " + parameters.get(i));
            }
        }
        if (CallShape.resultDiffers(old.get().result(), replacement.get().result(), program)) {
            differences.add("it returns " + replacement.get().result() + ", not " + old.get().result());
        }
        return differences;
    }
}

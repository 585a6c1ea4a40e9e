package org.klpls.core.rules.table;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.model.KlpObject;
import org.klpls.core.model.Located;
import org.klpls.core.model.ModuleName;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Fix;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

import static org.klpls.core.rules.table.Words.quoted;

/** The name of an object can be no module's: it has a dash, a path or a file's suffix. */
public final class KlpObjectNameNotModname implements Rule<TableContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-object-name-not-modname", Severity.ERROR, Set.of(),
            "an object's name cannot be a module's: dash, path, suffix or dot");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TableContext context, Consumer<Finding> sink) {
        for (KlpObject object : context.patch().objects().entries()) {
            object.name().filter(name -> !ModuleName.isPossible(name.value()))
                    .ifPresent(name -> sink.accept(finding(name)));
        }
    }

    private static Finding finding(Located<String> name) {
        if (name.value().isEmpty()) {
            List<Fix> kernelProper = Literal.replace(name.place(), "NULL").stream()
                    .map(edit -> new Fix("Change to NULL: the kernel proper", List.of(edit))).toList();
            return Finding
                    .at(name.place(), INFO, "the name is empty, which the kernel refuses: give a module's name, or"
                            + " NULL for the kernel proper")
                    .fixes(kernelProper);
        }
        Optional<String> right = ModuleName.meant(name.value());
        String message = "no module is called " + quoted(name.value()) + ", so this never patches anything: "
                + right.map(r -> "the kernel knows the module as " + quoted(r))
                        .orElse("give the name that /proc/modules shows");
        List<Fix> fixes = right.flatMap(r -> Literal.replace(name.place(), '"' + r + '"'))
                .map(edit -> List.of(new Fix("Change to " + edit.newText(), List.of(edit)))).orElse(List.of());
        return Finding.at(name.place(), INFO, message).fixes(fixes);
    }
}

package org.klpls.core.rules.source;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.klpls.c.types.Program;
import org.klpls.c.types.Type;
import org.klpls.core.kernel.SymbolLookup;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;
import org.klpls.core.source.SymbolReference;

/** A function that is reached by its name is called as it was declared here. Types from the kernel's BTF. */
public final class KlpSymbolPrototype implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-symbol-prototype", Severity.ERROR,
            Set.of(Need.KERNEL_SYMBOLS, Need.KERNEL_TYPES),
            "a function of the kernel is declared with other parameters than it has");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        Program program = Program.of(context.source().code().unit());
        TargetKernel kernel = context.kernel().orElseThrow();
        for (SymbolReference reference : context.source().references()) {
            boolean isFound = References.lookup(context, reference) instanceof SymbolLookup.Found;
            Optional<String> wanted = Optional.of(reference.symbol()).filter(name -> isFound && !name.contains("."))
                    .flatMap(name -> kernel.prototype(reference.object(), name));
            Optional<String> given = reference.variable().flatMap(name -> declared(program, name));
            if (wanted.isPresent() && given.isPresent()) {
                List<String> differences = SignatureDifference.differences(wanted.get(), given.get(), program);
                if (!differences.isEmpty()) {
                    sink.accept(References.finding(INFO, reference, "'" + reference.symbol() + "' is " + wanted.get()
                            + ", and is declared here as " + given.get() + ": " + String.join("; ", differences)
                            + ". It gets what this code gives, and crashes or returns nonsense"));
                }
            }
        }
    }

    /** The type of the function that a name is, or points to. */
    private static Optional<String> declared(Program program, String name) {
        return program.function(name).map(f -> f.type().text())
                .or(() -> program.variable(name).flatMap(v -> pointedTo(v.type())));
    }

    private static Optional<String> pointedTo(Type type) {
        return switch (type) {
            case Type.Pointer(Type.Function function) -> Optional.of(function.text());
            case Type.Named(String _, Type meaning, long _) -> pointedTo(meaning);
            case Type.Qualified(Type inner, Set<?> _) -> pointedTo(inner);
            default -> Optional.empty();
        };
    }
}

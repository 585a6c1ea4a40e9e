package org.klpls.core.rules.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.klpls.c.types.Program;
import org.klpls.c.types.Type;

/**
 * How a function is called, as far as it matters to who calls it: what each parameter and the result is. Texts are those of
 * BTF, {@code int (struct seq_file *, void *)}.
 *
 * @param result and parameters: the words of the type, {@code struct seq_file *}
 */
record CallShape(String result, List<String> parameters) {
    private static final Set<String> NUMBERS = Set.of("int", "char", "short", "long", "unsigned", "signed", "_Bool",
            "bool");

    CallShape {
        parameters = List.copyOf(parameters);
    }

    /** Empty for what is not of that form, e.g. where a parameter is a pointer to a function. */
    static Optional<CallShape> of(String prototype) {
        int open = prototype.indexOf('(');
        if (open <= 0 || !prototype.endsWith(")") || prototype.indexOf('(', open + 1) >= 0) {
            return Optional.empty();
        }
        String inside = prototype.substring(open + 1, prototype.length() - 1).strip();
        List<String> parameters = new ArrayList<>();
        if (!inside.isEmpty() && !inside.equals("void")) {
            for (String parameter : inside.split(",")) {
                parameters.add(parameter.strip());
            }
        }
        return Optional.of(new CallShape(prototype.substring(0, open).strip(), parameters));
    }

    /** Whether a value of the one cannot be taken for the other; what is not certain is not. */
    static boolean differs(String one, String other, Program program) {
        Optional<String> a = kind(one, program);
        Optional<String> b = kind(other, program);
        if (a.isEmpty() || b.isEmpty() || a.equals(b)) {
            return false;
        }
        boolean pointers = a.get().startsWith("*") && b.get().startsWith("*");
        return !pointers || !a.get().equals("*") && !b.get().equals("*");
    }

    /** {@code *} with a struct's tag where there is one, {@code number}, {@code void}, or a struct by value. */
    private static Optional<String> kind(String text, Program program) {
        String plain = text.replace("const ", "").replace("volatile ", "").replace(" const", "").strip();
        if (plain.endsWith("*")) {
            String target = plain.substring(0, plain.length() - 1).strip();
            return Optional.of(target.startsWith("struct ") && !target.endsWith("*") ? "*" + target : "*");
        }
        if (plain.equals("void") || plain.startsWith("struct ") || plain.startsWith("union ")) {
            return Optional.of(plain);
        }
        if (plain.startsWith("enum ") || NUMBERS.contains(plain.split(" ")[0])) {
            return Optional.of("number");
        }
        return program.typedefs(Program.Part.ALL).stream().filter(t -> t.name().equals(plain)).findFirst()
                .flatMap(t -> kind(t.type().stripped()));
    }

    private static Optional<String> kind(Type type) {
        return switch (type) {
            case Type.Pointer _ -> Optional.of("*");
            case Type.Int _,Type.Enum _ -> Optional.of("number");
            default -> Optional.empty();
        };
    }
}

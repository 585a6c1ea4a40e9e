package org.klpls.core.rules.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.klpls.c.types.IntKind;
import org.klpls.c.types.Program;
import org.klpls.c.types.Type;

/**
 * How a function is called, as far as it matters to who calls it: what each parameter and the result is. Texts are those of
 * BTF, {@code int (struct seq_file *, void *)}.
 *
 * @param result and parameters: the words of the type, {@code struct seq_file *}
 */
record CallShape(String result, List<String> parameters) {
    /** What a parameter or a result is to who passes it. */
    private sealed interface Kind {
        /** @param struct the tag of what it points to; empty for what any pointer may be taken for */
        record Pointer(Optional<String> struct) implements Kind {}

        /** @param bytes of the register that count; empty where that is not known */
        record Number(OptionalLong bytes) implements Kind {}

        /** @param text {@code void}, or a struct by value */
        record Named(String text) implements Kind {}
    }

    private static final Set<String> NUMBERS = Set.of("int", "char", "short", "long", "unsigned", "signed", "_Bool",
            "bool");
    /** gcc extends what is smaller to this, in bytes, when it passes it. */
    private static final long SMALLEST = 4;

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

    /** Whether what callers pass cannot be taken for what is expected; what is not certain is not. */
    static boolean parameterDiffers(String passed, String expected, Program program) {
        return kind(passed, program).flatMap(a -> kind(expected, program).map(b -> switch (a) {
            case Kind.Number(OptionalLong bytes) when b instanceof Kind.Number(OptionalLong others) ->
                bytes.isPresent() && others.isPresent() && bytes.getAsLong() != others.getAsLong();
            case Kind.Number _,Kind.Pointer _,Kind.Named _ -> kindsDiffer(a, b);
        })).orElse(false);
    }

    /** Whether what is returned cannot be taken for what callers read. A number that is wider than what they read is fine. */
    static boolean resultDiffers(String read, String returned, Program program) {
        return kind(read, program).flatMap(a -> kind(returned, program).map(b -> switch (a) {
            case Kind.Number(OptionalLong bytes) when b instanceof Kind.Number(OptionalLong others) ->
                bytes.isPresent() && others.isPresent() && bytes.getAsLong() > others.getAsLong();
            case Kind.Number _,Kind.Pointer _,Kind.Named _ -> kindsDiffer(a, b);
        })).orElse(false);
    }

    private static boolean kindsDiffer(Kind a, Kind b) {
        return switch (a) {
            case Kind.Pointer(Optional<String> struct) when b instanceof Kind.Pointer(Optional<String> other) ->
                struct.isPresent() && other.isPresent() && !struct.equals(other);
            case Kind.Pointer _,Kind.Number _,Kind.Named _ -> !a.equals(b);
        };
    }

    /** Empty for a name that says nothing. */
    private static Optional<Kind> kind(String text, Program program) {
        String plain = text.replace("const ", "").replace("volatile ", "").replace(" const", "").strip();
        if (plain.endsWith("*")) {
            String target = plain.substring(0, plain.length() - 1).strip();
            return Optional.of(new Kind.Pointer(
                    Optional.of(target).filter(t -> t.startsWith("struct ") && !t.endsWith("*"))));
        }
        if (plain.equals("void") || plain.startsWith("struct ") || plain.startsWith("union ")) {
            return Optional.of(new Kind.Named(plain));
        }
        if (plain.startsWith("enum ")) {
            return Optional.of(new Kind.Number(OptionalLong.empty()));
        }
        return number(plain).or(() -> program.typedef(plain).flatMap(t -> kind(t.type().stripped(), program)));
    }

    /** {@code unsigned long} and the like. */
    private static Optional<Kind> number(String text) {
        List<String> words = List.of(text.split(" "));
        if (!NUMBERS.containsAll(words)) {
            return Optional.empty();
        }
        return Optional.of(new Kind.Number(OptionalLong.of(words.contains("long") ? 8 : SMALLEST)));
    }

    private static Optional<Kind> kind(Type type, Program program) {
        return switch (type) {
            case Type.Pointer _ -> Optional.of(new Kind.Pointer(Optional.empty()));
            case Type.Int(IntKind kind) ->
                Optional.of(new Kind.Number(OptionalLong.of(Math.max(SMALLEST, kind.bits() / 8))));
            case Type.Enum _ -> Optional.of(new Kind.Number(OptionalLong.empty()));
            default -> Optional.empty();
        };
    }
}

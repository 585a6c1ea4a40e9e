package org.klpls.c.types;

import java.util.List;
import java.util.Optional;
import org.klpls.c.ast.Attribute;
import org.klpls.c.ast.Expression;

/** Attributes that make another type of the one they stand with: {@code mode}, {@code vector_size}. */
final class TypeAttributes {
    private final Scope scope;

    TypeAttributes(Scope scope) {
        this.scope = scope;
    }

    Type applied(Type type, List<Attribute> attributes) {
        Type result = type;
        for (Attribute attribute : attributes) {
            result = switch (attribute.plainName()) {
                case "mode" -> mode(result, attribute.arguments());
                case "vector_size" -> vector(result, attribute.arguments());
                default -> result;
            };
        }
        return result;
    }

    /** The signed integer type that a mode among these names; that of an enum. */
    Optional<Type> mode(List<Attribute> attributes) {
        return Attribute.find("mode", attributes).map(it -> mode(Types.INT, it.arguments()));
    }

    /** Source: gcc's manual, "Common Variable Attributes"; machine modes of gcc 12 machmode.def. */
    private static Type mode(Type type, List<Expression> arguments) {
        if (arguments.size() != 1 || !(arguments.getFirst() instanceof Expression.Identifier name)) {
            return type;
        }
        Type plain = type.stripped();
        String mode = name.name().startsWith("__") && name.name().endsWith("__") && name.name().length() > 4
                ? name.name().substring(2, name.name().length() - 2)
                : name.name();
        boolean signed = !(plain instanceof Type.Int(IntKind kind)) || kind.isSigned();
        Optional<Type> changed = switch (mode) {
            case "QI", "byte" -> Optional.of(IntKind.of(8, signed)).map(Type.Int::new);
            case "HI" -> Optional.of(IntKind.of(16, signed)).map(Type.Int::new);
            case "SI" -> Optional.of(IntKind.of(32, signed)).map(Type.Int::new);
            case "DI", "word", "pointer", "unwind_word", "libgcc_cmp_return", "libgcc_shift_count" ->
                Optional.of(IntKind.of(64, signed)).map(Type.Int::new);
            case "TI" -> Optional.of(IntKind.of(128, signed)).map(Type.Int::new);
            case "SF" -> Optional.of(new Type.Real(RealKind.FLOAT));
            case "DF" -> Optional.of(Types.DOUBLE);
            case "XF" -> Optional.of(new Type.Real(RealKind.LONG_DOUBLE));
            case "TF" -> Optional.of(new Type.Real(RealKind.FLOAT128));
            default -> Optional.empty();
        };
        return changed.map(it -> it.with(type.qualifiers())).orElse(type);
    }

    private Type vector(Type type, List<Expression> arguments) {
        Optional<Long> size = arguments.size() == 1
                ? new Evaluator(scope).integer(arguments.getFirst())
                        .filter(it -> it.signum() > 0 && it.bitLength() < 32).map(it -> it.longValue())
                : Optional.empty();
        return size.<Type>map(bytes -> new Type.Vector(type.unqualified(), bytes).with(type.qualifiers())).orElse(type);
    }
}

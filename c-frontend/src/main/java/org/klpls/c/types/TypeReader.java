package org.klpls.c.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.klpls.c.ast.Attribute;
import org.klpls.c.ast.BasicType;
import org.klpls.c.ast.Declarator;
import org.klpls.c.ast.Derivation;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.Parameter;
import org.klpls.c.ast.Qualifier;
import org.klpls.c.ast.Specifiers;
import org.klpls.c.ast.TypeName;
import org.klpls.c.ast.TypeSpecifier;

/** From the words of a declaration to its type, in the scope where it stands. */
final class TypeReader {
    /** What {@code aligned} without a number asks for. Source: gcc i386.h BIGGEST_ALIGNMENT without AVX. */
    private static final long BIGGEST_ALIGNMENT = 16;

    private final Scope scope;

    TypeReader(Scope scope) {
        this.scope = scope;
    }

    Type type(TypeName name) {
        return type(name.specifiers(), name.declarator(), name.specifiers().attributes());
    }

    /** @param attributes of the whole declaration; some change the type */
    Type type(Specifiers specifiers, Declarator declarator, List<Attribute> attributes) {
        Type type = new TypeAttributes(scope).applied(base(specifiers), attributes);
        List<Derivation> derivations = declarator.derivations();
        for (int i = derivations.size() - 1; i >= 0; i--) {
            type = derived(type, derivations.get(i));
        }
        return type;
    }

    /** The type before any declarator. */
    Type base(Specifiers specifiers) {
        return base(specifiers.type()).with(specifiers.qualifiers());
    }

    private Type base(TypeSpecifier specifier) {
        return switch (specifier) {
            case TypeSpecifier.Basic basic -> basic(basic.type());
            case TypeSpecifier.ImplicitInt _ -> Types.INT;
            case TypeSpecifier.TypedefName name -> named(name);
            case TypeSpecifier.Struct struct -> new Type.Struct(scope.record(struct));
            case TypeSpecifier.Enum it -> new Type.Enum(scope.enumeration(it));
            case TypeSpecifier.TypeofExpression it -> typeof(it);
            case TypeSpecifier.TypeofType it -> it.unqualified() ? type(it.type()).unqualified() : type(it.type());
            case TypeSpecifier.AtomicType it -> type(it.type()).with(Set.of(Qualifier.ATOMIC));
            case TypeSpecifier.BitInt it -> bitInt(it);
            case TypeSpecifier.AutoType _ -> Types.UNKNOWN;
        };
    }

    private Type bitInt(TypeSpecifier.BitInt bitInt) {
        int least = bitInt.unsigned() ? 1 : 2;
        return new Evaluator(scope).integer(bitInt.width()).filter(it -> it.bitLength() < Integer.SIZE)
                .map(it -> it.intValue()).filter(it -> it >= least && it <= Type.BitInt.MOST_BITS)
                .<Type>map(it -> new Type.BitInt(it, !bitInt.unsigned())).orElse(Types.UNKNOWN);
    }

    private Type typeof(TypeSpecifier.TypeofExpression typeof) {
        Type type = new ExpressionTypes(scope).type(typeof.expression());
        // gcc 12 c/c-parser.cc c_parser_typeof_specifier(): an atomic type loses all its qualifiers
        boolean plain = typeof.unqualified() || type.qualifiers().contains(Qualifier.ATOMIC);
        return plain ? type.unqualified() : type;
    }

    private Type named(TypeSpecifier.TypedefName name) {
        Optional<Symbol> symbol = scope.lookup(name.name(), name.first());
        if (symbol.isPresent() && symbol.get() instanceof Declared declared && declared.isTypedef()) {
            return new Type.Named(name.name(), declared.type(), declared.attributeAlign());
        }
        return BuiltIns.type(name.name()).orElse(Types.UNKNOWN);
    }

    private static Type basic(BasicType type) {
        return switch (type) {
            case VOID -> Types.VOID;
            case BOOL -> Types.BOOL;
            case CHAR -> Types.CHAR;
            case SIGNED_CHAR -> new Type.Int(IntKind.SIGNED_CHAR);
            case UNSIGNED_CHAR -> new Type.Int(IntKind.UNSIGNED_CHAR);
            case SHORT -> new Type.Int(IntKind.SHORT);
            case UNSIGNED_SHORT -> new Type.Int(IntKind.UNSIGNED_SHORT);
            case INT -> Types.INT;
            case UNSIGNED_INT -> Types.UNSIGNED_INT;
            case LONG -> Types.LONG;
            case UNSIGNED_LONG -> Types.UNSIGNED_LONG;
            case LONG_LONG -> new Type.Int(IntKind.LONG_LONG);
            case UNSIGNED_LONG_LONG -> new Type.Int(IntKind.UNSIGNED_LONG_LONG);
            case INT128 -> new Type.Int(IntKind.INT128);
            case UNSIGNED_INT128 -> new Type.Int(IntKind.UNSIGNED_INT128);
            case FLOAT -> new Type.Real(RealKind.FLOAT);
            case DOUBLE -> Types.DOUBLE;
            case LONG_DOUBLE -> new Type.Real(RealKind.LONG_DOUBLE);
            case FLOAT16 -> new Type.Real(RealKind.FLOAT16);
            case FLOAT32 -> new Type.Real(RealKind.FLOAT32);
            case FLOAT32X -> new Type.Real(RealKind.FLOAT32X);
            case FLOAT64 -> new Type.Real(RealKind.FLOAT64);
            case FLOAT64X -> new Type.Real(RealKind.FLOAT64X);
            case FLOAT128 -> new Type.Real(RealKind.FLOAT128);
            case DECIMAL32 -> new Type.Real(RealKind.DECIMAL32);
            case DECIMAL64 -> new Type.Real(RealKind.DECIMAL64);
            case DECIMAL128 -> new Type.Real(RealKind.DECIMAL128);
            case COMPLEX_FLOAT16 -> new Type.Complex(new Type.Real(RealKind.FLOAT16));
            case COMPLEX_FLOAT128 -> new Type.Complex(new Type.Real(RealKind.FLOAT128));
            case COMPLEX_INT -> new Type.Complex(Types.INT);
            case COMPLEX_FLOAT -> new Type.Complex(new Type.Real(RealKind.FLOAT));
            case COMPLEX_DOUBLE -> new Type.Complex(Types.DOUBLE);
            case COMPLEX_LONG_DOUBLE -> new Type.Complex(new Type.Real(RealKind.LONG_DOUBLE));
            case VA_LIST -> BuiltIns.VA_LIST;
        };
    }

    private Type derived(Type type, Derivation derivation) {
        return switch (derivation) {
            case Derivation.Pointer pointer -> type.pointer().with(pointer.qualifiers());
            case Derivation.Array array -> new Type.Array(type, length(array));
            case Derivation.Function function -> function(type, function);
        };
    }

    private ArrayLength length(Derivation.Array array) {
        if (array.size().isEmpty()) {
            // [*], which stands for a length that is not known yet, has a token more than []
            return array.end() - array.first() > 2 && !array.isStatic() && array.qualifiers().isEmpty()
                    ? new ArrayLength.AtRunTime()
                    : new ArrayLength.Unspecified();
        }
        Optional<Long> count = new Evaluator(scope).integer(array.size().get())
                .filter(it -> it.signum() >= 0 && it.bitLength() < Long.SIZE).map(it -> it.longValue());
        return count.isPresent() ? ArrayLength.of(count.get()) : new ArrayLength.AtRunTime();
    }

    private Type function(Type result, Derivation.Function function) {
        boolean hasPrototype = function.variadic() || !function.parameters().isEmpty()
                || scope.file().target().isC23() && function.oldStyleNames().isEmpty();
        // C11 6.7.6.3p5 as of DR 423: a result has no qualifiers
        Type plain = result.stripped() instanceof Type.Void ? result : result.unqualified();
        return new Type.Function(plain, parameters(function), function.variadic(), hasPrototype);
    }

    private List<Type> parameters(Derivation.Function function) {
        if (function.parameters().size() == 1 && !function.variadic() && isVoid(function.parameters().getFirst())) {
            return List.of();
        }
        TypeReader inner = function.parameters().isEmpty()
                ? this
                : new TypeReader(BlockScope.ofPrototype(scope, function));
        List<Type> types = new ArrayList<>(function.parameters().size());
        for (Parameter parameter : function.parameters()) {
            Type type = inner.type(parameter.specifiers(), parameter.declarator(), parameter.specifiers().attributes());
            types.add(asParameter(type));
        }
        return types;
    }

    private boolean isVoid(Parameter parameter) {
        boolean plain = parameter.declarator().derivations().isEmpty() && parameter.declarator().name().isEmpty();
        return plain && base(parameter.specifiers()).stripped() instanceof Type.Void;
    }

    /** C11 6.7.6.3p7-8: an array and a function come as pointers. */
    static Type asParameter(Type type) {
        return switch (type.stripped()) {
            case Type.Array array -> array.element().with(arrayQualifiers(type)).pointer();
            case Type.Function _ -> type.pointer();
            case Type.Void _,Type.Int _,Type.BitInt _,Type.Real _,Type.Complex _,Type.Struct _,Type.Enum _,Type.Pointer _,Type.Vector _,Type.Qualified _,Type.Named _,Type.BitField _,Type.Nullptr _,Type.Unknown _ ->
                type;
        };
    }

    private static Set<Qualifier> arrayQualifiers(Type type) {
        return type instanceof Type.Qualified qualified ? qualified.qualifiers() : Set.of();
    }

    /** The greatest alignment that these attributes ask for, in bytes; 0 if none does. */
    long aligned(List<Attribute> attributes) {
        long most = 0;
        for (Attribute attribute : attributes) {
            if (attribute.plainName().equals("aligned") || attribute.plainName().equals("_Alignas")
                    || attribute.plainName().equals("alignas")) {
                most = Math.max(most, alignment(attribute.arguments()));
            }
        }
        return most;
    }

    /** What {@code _Alignas} alone asks for, in bytes; 0 if it is not there. */
    long alignas(List<Attribute> attributes) {
        return aligned(attributes.stream().filter(it -> !it.plainName().equals("aligned")).toList());
    }

    private long alignment(List<Expression> arguments) {
        if (arguments.isEmpty()) {
            return BIGGEST_ALIGNMENT;
        }
        return new Evaluator(scope).integer(arguments.getFirst())
                .filter(it -> it.signum() > 0 && it.bitLength() <= 29 && it.bitCount() == 1)
                .map(it -> it.longValue()).orElse(0L);
    }
}

package org.klpls.c.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.klpls.c.ast.AsmOperand;
import org.klpls.c.ast.Attribute;
import org.klpls.c.ast.BlockItem;
import org.klpls.c.ast.Declarator;
import org.klpls.c.ast.Derivation;
import org.klpls.c.ast.Designator;
import org.klpls.c.ast.Enumerator;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.ExternalDeclaration;
import org.klpls.c.ast.FunctionDefinition;
import org.klpls.c.ast.GenericAssociation;
import org.klpls.c.ast.InitDeclarator;
import org.klpls.c.ast.Initializer;
import org.klpls.c.ast.InitializerItem;
import org.klpls.c.ast.Label;
import org.klpls.c.ast.MemberDeclarator;
import org.klpls.c.ast.Name;
import org.klpls.c.ast.Node;
import org.klpls.c.ast.Parameter;
import org.klpls.c.ast.Specifiers;
import org.klpls.c.ast.Statement;
import org.klpls.c.ast.Storage;
import org.klpls.c.ast.StructItem;
import org.klpls.c.ast.TypeName;
import org.klpls.c.ast.TypeSpecifier;
import org.klpls.c.ast.Walker;
import org.klpls.c.types.Use.Kind;

/** Finds what a function's text uses of what lies outside of it. What is not evaluated, as in sizeof, is no use. */
final class Uses {
    private final String in;
    private final List<Use> found = new ArrayList<>();

    private Uses(String in) {
        this.in = in;
    }

    static List<Use> of(FunctionDefinition function, FileScope file) {
        Uses uses = new Uses(function.name());
        uses.visit(file.body(function), file.function(function));
        return List.copyOf(uses.found);
    }

    private void visit(Node node, Scope scope) {
        switch (node) {
            case Expression expression -> expression(expression, Kind.READ, scope);
            case Statement.Asm asm -> {
                asm.outputs().forEach(it -> output(it, scope));
                asm.inputs().forEach(it -> expression(it.value(), Kind.READ, scope));
            }
            case TypeSpecifier _,Attribute _ -> {
            }
            case BlockItem _,ExternalDeclaration _,StructItem _,Specifiers _,Enumerator _,Declarator _,Derivation _,InitDeclarator _,MemberDeclarator _,Parameter _,TypeName _,Initializer _,InitializerItem _,Designator _,Name _,Label _,AsmOperand _,GenericAssociation _ -> {
                Scope inner = Places.entered(scope, node, node);
                for (Node child : Walker.children(node)) {
                    visit(child, nested(inner, node, child));
                }
            }
        }
    }

    /** The body of a GNU nested function sees its parameters. */
    private static Scope nested(Scope scope, Node node, Node child) {
        return node instanceof FunctionDefinition function && child instanceof Statement.Block
                && scope instanceof BlockScope block ? block.nested(function) : scope;
    }

    private void output(AsmOperand operand, Scope scope) {
        boolean both = operand.constraint().pieces().stream().anyMatch(it -> it.contains("+"));
        expression(operand.value(), both ? Kind.READ_WRITE : Kind.WRITE, scope);
    }

    private void expression(Expression expression, Kind kind, Scope scope) {
        switch (expression) {
            case Expression.Identifier name -> name(name, kind, scope);
            case Expression.Parenthesized it -> expression(it.inner(), kind, scope);
            case Expression.StatementExpression it -> visit(it.block(), scope);
            case Expression.Index it -> index(it, kind, scope);
            case Expression.Call it -> call(it, scope);
            case Expression.Member it -> expression(it.object(), it.arrow() ? Kind.READ : kind, scope);
            case Expression.Postfix it -> expression(it.operand(), Kind.READ_WRITE, scope);
            case Expression.CompoundLiteral it -> visit(it.initializer(), scope);
            case Expression.Unary it -> unary(it, kind, scope);
            case Expression.Cast it -> expression(it.operand(), value(kind), scope);
            case Expression.Binary it -> read(List.of(it.left(), it.right()), scope);
            case Expression.Assignment it -> {
                expression(it.target(), it.operator().isPresent() ? Kind.READ_WRITE : Kind.WRITE, scope);
                expression(it.value(), Kind.READ, scope);
            }
            case Expression.Conditional it -> {
                expression(it.condition(), Kind.READ, scope);
                it.then().ifPresent(then -> expression(then, value(kind), scope));
                expression(it.otherwise(), value(kind), scope);
            }
            case Expression.Comma it -> read(it.operands(), scope);
            case Expression.GenericSelection it ->
                new ExpressionTypes(scope).selected(it).ifPresent(chosen -> expression(chosen, kind, scope));
            case Expression.ChooseExpression it -> new ExpressionTypes(scope).chosen(it)
                    .ifPresentOrElse(chosen -> expression(chosen, kind, scope),
                            () -> read(List.of(it.then(), it.otherwise()), scope));
            case Expression.DeclaredCondition it -> {
                visit(it.declaration(), scope);
                it.value().ifPresent(value -> expression(value, kind, scope));
            }
            case Expression.ConvertVector it -> expression(it.operand(), Kind.READ, scope);
            case Expression.VaArg it -> expression(it.list(), Kind.READ_WRITE, scope);
            case Expression.NumberLiteral _,Expression.CharacterLiteral _,Expression.StringLiteral _,Expression.BoolLiteral _,Expression.NullptrLiteral _,Expression.LabelAddress _,Expression.SizeofExpression _,Expression.SizeofType _,Expression.AlignofExpression _,Expression.AlignofType _,Expression.Offsetof _,Expression.TypesCompatible _,Expression.HasAttribute _ ->
                {
                }
        }
    }

    private void read(List<Expression> expressions, Scope scope) {
        expressions.forEach(it -> expression(it, Kind.READ, scope));
    }

    /** What is done with the value of a cast is a call, or only reads the operand. */
    private static Kind value(Kind kind) {
        return kind == Kind.CALL ? Kind.CALL : Kind.READ;
    }

    private void unary(Expression.Unary unary, Kind kind, Scope scope) {
        expression(unary.operand(), switch (unary.operator()) {
            case INCREMENT, DECREMENT -> Kind.READ_WRITE;
            case ADDRESS -> Kind.ADDRESS;
            case DEREFERENCE -> value(kind);
            case EXTENSION, REAL, IMAG -> kind;
            case PLUS, MINUS, COMPLEMENT, NOT -> Kind.READ;
        }, scope);
    }

    private void index(Expression.Index index, Kind kind, Scope scope) {
        boolean array = new ExpressionTypes(scope).type(index.array()).stripped() instanceof Type.Array;
        if (array && kind == Kind.READ
                && Expressions.withoutParentheses(index.array()) instanceof Expression.Identifier name) {
            element(name, scope);
        } else {
            expression(index.array(), array ? kind : Kind.READ, scope);
        }
        expression(index.index(), Kind.READ, scope);
    }

    private void call(Expression.Call call, Scope scope) {
        boolean unevaluated = call.function() instanceof Expression.Identifier name
                && name.name().equals("__builtin_constant_p");
        if (!unevaluated) {
            expression(call.function(), Kind.CALL, scope);
            read(call.arguments(), scope);
        }
    }

    private void element(Expression.Identifier array, Scope scope) {
        outside(array, scope).ifPresent(it -> found.add(new Use(it, Kind.READ, array, in)));
    }

    private void name(Expression.Identifier name, Kind kind, Scope scope) {
        outside(name, scope).ifPresent(it -> found.add(new Use(it, kind(it, kind), name, in)));
    }

    private static Optional<Declared> outside(Expression.Identifier name, Scope scope) {
        return scope.lookup(name.name(), name.first())
                .flatMap(it -> it instanceof Declared declared && isOutside(declared)
                        ? Optional.of(declared)
                        : Optional.empty());
    }

    private static boolean isOutside(Declared declared) {
        return declared.isFileLevel() || declared.specifiers().storage().contains(Storage.EXTERN)
                || declared.isFunction() && !(declared.declaration() instanceof FunctionDefinition);
    }

    /** The name of a function or array that is not called or indexed is its address. */
    private static Kind kind(Declared declared, Kind kind) {
        if (declared.isFunction()) {
            return kind == Kind.CALL ? Kind.CALL : Kind.ADDRESS;
        }
        boolean array = declared.type().stripped() instanceof Type.Array;
        return kind == Kind.CALL ? Kind.READ : array && kind == Kind.READ ? Kind.ADDRESS : kind;
    }
}

package org.klpls.c.ast;

import java.util.ArrayList;
import java.util.List;

/** The same tree at another place of a token sequence: each node of the copy lies as many tokens further on. */
public final class Moved {
    private final int by;

    private Moved(int by) {
        this.by = by;
    }

    /** @param by how many tokens further on; may be negative */
    public static ExternalDeclaration by(int by, ExternalDeclaration declaration) {
        return new Moved(by).node(declaration);
    }

    @SuppressWarnings("unchecked") // a copy is of its original's class
    private <N extends Node> N node(N node) {
        return (N) copy(node);
    }

    private <N extends Node> List<N> all(List<N> nodes) {
        List<N> moved = new ArrayList<>(nodes.size());
        for (N each : nodes) {
            moved.add(node(each));
        }
        return moved;
    }

    private Node copy(Node node) {
        return switch (node) {
            case Expression it -> expression(it);
            case Statement it -> statement(it);
            case TypeSpecifier it -> type(it);
            case Derivation it -> derivation(it);
            case Label it -> label(it);
            case Designator it -> designator(it);
            case Declarator it -> new Declarator(it.first() + by, it.end() + by, it.name().map(this::node),
                    all(it.derivations()), all(it.attributes()));
            case InitializerList it -> new InitializerList(it.first() + by, it.end() + by, all(it.items()));
            case Parameter it -> new Parameter(it.first() + by, it.end() + by, node(it.specifiers()),
                    node(it.declarator()), all(it.attributes()));
            case Broken it -> new Broken(it.first() + by, it.end() + by);
            case AsmOperand it -> new AsmOperand(it.first() + by, it.end() + by, it.name().map(this::node),
                    node(it.constraint()), node(it.value()));
            case Specifiers it -> new Specifiers(it.first() + by, it.end() + by, it.storage(), it.qualifiers(),
                    node(it.type()), all(it.attributes()));
            case Name it -> new Name(it.first() + by, it.text());
            case GenericAssociation it ->
                new GenericAssociation(it.first() + by, it.end() + by, it.type().map(this::node), node(it.value()));
            case MemberDeclarator it -> new MemberDeclarator(it.first() + by, it.end() + by, node(it.declarator()),
                    it.bits().map(this::node), all(it.attributes()));
            case InitializerItem it ->
                new InitializerItem(it.first() + by, it.end() + by, all(it.designators()), node(it.value()));
            case Attribute it -> new Attribute(it.first() + by, it.end() + by, it.name(), all(it.arguments()));
            case Declaration it ->
                new Declaration(it.first() + by, it.end() + by, node(it.specifiers()), all(it.declarators()));
            case StaticAssert it ->
                new StaticAssert(it.first() + by, it.end() + by, node(it.condition()), it.message().map(this::node));
            case FileAsm it -> new FileAsm(it.first() + by, it.end() + by, node(it.code()), all(it.outputs()),
                    all(it.inputs()));
            case FunctionDefinition it ->
                new FunctionDefinition(it.first() + by, it.end() + by, node(it.specifiers()), node(it.declarator()),
                        all(it.oldStyleParameters()), it.bodyFirst() + by, it.body().map(this::node));
            case Enumerator it -> new Enumerator(it.first() + by, it.end() + by, node(it.name()), all(it.attributes()),
                    it.value().map(this::node));
            case EmptyDeclaration it -> new EmptyDeclaration(it.first() + by, it.end() + by);
            case InitDeclarator it -> new InitDeclarator(it.first() + by, it.end() + by, node(it.declarator()),
                    it.asmName().map(this::node), all(it.attributes()), it.initializer().map(this::node));
            case MemberDeclaration it ->
                new MemberDeclaration(it.first() + by, it.end() + by, node(it.specifiers()), all(it.declarators()));
            case TypeName it ->
                new TypeName(it.first() + by, it.end() + by, node(it.specifiers()), node(it.declarator()));
        };
    }

    private Expression expression(Expression expression) {
        return switch (expression) {
            case Expression.Identifier it -> new Expression.Identifier(it.first() + by, it.end() + by, it.name());
            case Expression.NumberLiteral it -> new Expression.NumberLiteral(it.first() + by, it.end() + by, it.text());
            case Expression.CharacterLiteral it ->
                new Expression.CharacterLiteral(it.first() + by, it.end() + by, it.text());
            case Expression.StringLiteral it ->
                new Expression.StringLiteral(it.first() + by, it.end() + by, it.pieces());
            case Expression.BoolLiteral it -> new Expression.BoolLiteral(it.first() + by, it.end() + by, it.value());
            case Expression.NullptrLiteral it -> new Expression.NullptrLiteral(it.first() + by, it.end() + by);
            case Expression.Parenthesized it ->
                new Expression.Parenthesized(it.first() + by, it.end() + by, node(it.inner()));
            case Expression.StatementExpression it ->
                new Expression.StatementExpression(it.first() + by, it.end() + by, node(it.block()));
            case Expression.Index it ->
                new Expression.Index(it.first() + by, it.end() + by, node(it.array()), node(it.index()));
            case Expression.Call it ->
                new Expression.Call(it.first() + by, it.end() + by, node(it.function()), all(it.arguments()));
            case Expression.Member it ->
                new Expression.Member(it.first() + by, it.end() + by, node(it.object()), node(it.name()), it.arrow());
            case Expression.Postfix it ->
                new Expression.Postfix(it.first() + by, it.end() + by, node(it.operand()), it.decrement());
            case Expression.CompoundLiteral it ->
                new Expression.CompoundLiteral(it.first() + by, it.end() + by, node(it.type()), node(it.initializer()));
            case Expression.Unary it ->
                new Expression.Unary(it.first() + by, it.end() + by, it.operator(), node(it.operand()));
            case Expression.LabelAddress it ->
                new Expression.LabelAddress(it.first() + by, it.end() + by, node(it.label()));
            case Expression.SizeofExpression it ->
                new Expression.SizeofExpression(it.first() + by, it.end() + by, node(it.operand()));
            case Expression.SizeofType it -> new Expression.SizeofType(it.first() + by, it.end() + by, node(it.type()));
            case Expression.AlignofExpression it ->
                new Expression.AlignofExpression(it.first() + by, it.end() + by, node(it.operand()));
            case Expression.AlignofType it ->
                new Expression.AlignofType(it.first() + by, it.end() + by, node(it.type()));
            case Expression.Cast it ->
                new Expression.Cast(it.first() + by, it.end() + by, node(it.type()), node(it.operand()));
            case Expression.Binary it ->
                new Expression.Binary(it.first() + by, it.end() + by, it.operator(), node(it.left()), node(it.right()));
            case Expression.Assignment it -> new Expression.Assignment(it.first() + by, it.end() + by, it.operator(),
                    node(it.target()), node(it.value()));
            case Expression.Conditional it -> new Expression.Conditional(it.first() + by, it.end() + by,
                    node(it.condition()), it.then().map(this::node), node(it.otherwise()));
            case Expression.Comma it -> new Expression.Comma(it.first() + by, it.end() + by, all(it.operands()));
            case Expression.GenericSelection it -> new Expression.GenericSelection(it.first() + by, it.end() + by,
                    it.control().map(this::node), it.type().map(this::node), all(it.associations()));
            case Expression.DeclaredCondition it -> new Expression.DeclaredCondition(it.first() + by, it.end() + by,
                    node(it.declaration()), it.value().map(this::node));
            case Expression.VaArg it ->
                new Expression.VaArg(it.first() + by, it.end() + by, node(it.list()), node(it.type()));
            case Expression.Offsetof it ->
                new Expression.Offsetof(it.first() + by, it.end() + by, node(it.type()), all(it.designators()));
            case Expression.TypesCompatible it ->
                new Expression.TypesCompatible(it.first() + by, it.end() + by, node(it.left()), node(it.right()));
            case Expression.ChooseExpression it -> new Expression.ChooseExpression(it.first() + by, it.end() + by,
                    node(it.condition()), node(it.then()), node(it.otherwise()));
            case Expression.ConvertVector it ->
                new Expression.ConvertVector(it.first() + by, it.end() + by, node(it.operand()), node(it.type()));
            case Expression.HasAttribute it -> new Expression.HasAttribute(it.first() + by, it.end() + by,
                    it.type().map(this::node), it.object().map(this::node), node(it.attribute()));
        };
    }

    private Statement statement(Statement statement) {
        return switch (statement) {
            case Statement.Block it -> new Statement.Block(it.first() + by, it.end() + by, all(it.items()));
            case Statement.ExpressionStatement it ->
                new Statement.ExpressionStatement(it.first() + by, it.end() + by, node(it.expression()));
            case Statement.Empty it -> new Statement.Empty(it.first() + by, it.end() + by);
            case Statement.Labeled it ->
                new Statement.Labeled(it.first() + by, it.end() + by, all(it.labels()), node(it.item()));
            case Statement.If it -> new Statement.If(it.first() + by, it.end() + by, node(it.condition()),
                    node(it.then()), it.otherwise().map(this::node));
            case Statement.Switch it ->
                new Statement.Switch(it.first() + by, it.end() + by, node(it.value()), node(it.body()));
            case Statement.While it ->
                new Statement.While(it.first() + by, it.end() + by, node(it.condition()), node(it.body()));
            case Statement.DoWhile it ->
                new Statement.DoWhile(it.first() + by, it.end() + by, node(it.body()), node(it.condition()));
            case Statement.For it -> new Statement.For(it.first() + by, it.end() + by, it.start().map(this::node),
                    it.condition().map(this::node), it.step().map(this::node), node(it.body()));
            case Statement.Goto it -> new Statement.Goto(it.first() + by, it.end() + by, node(it.label()));
            case Statement.ComputedGoto it ->
                new Statement.ComputedGoto(it.first() + by, it.end() + by, node(it.target()));
            case Statement.Break it -> new Statement.Break(it.first() + by, it.end() + by, it.loop().map(this::node));
            case Statement.Continue it ->
                new Statement.Continue(it.first() + by, it.end() + by, it.loop().map(this::node));
            case Statement.Return it ->
                new Statement.Return(it.first() + by, it.end() + by, it.value().map(this::node));
            case Statement.AttributeStatement it ->
                new Statement.AttributeStatement(it.first() + by, it.end() + by, all(it.attributes()));
            case Statement.LocalLabels it -> new Statement.LocalLabels(it.first() + by, it.end() + by, all(it.names()));
            case Statement.Asm it -> new Statement.Asm(it.first() + by, it.end() + by, it.qualifiers(),
                    node(it.template()), all(it.outputs()), all(it.inputs()), all(it.clobbers()), all(it.labels()));
        };
    }

    private TypeSpecifier type(TypeSpecifier type) {
        return switch (type) {
            case TypeSpecifier.Basic it -> new TypeSpecifier.Basic(it.first() + by, it.end() + by, it.type());
            case TypeSpecifier.ImplicitInt it -> new TypeSpecifier.ImplicitInt(it.first() + by, it.end() + by);
            case TypeSpecifier.TypedefName it ->
                new TypeSpecifier.TypedefName(it.first() + by, it.end() + by, it.name());
            case TypeSpecifier.Struct it -> new TypeSpecifier.Struct(it.first() + by, it.end() + by, it.kind(),
                    it.tag().map(this::node), it.items().map(this::all), all(it.attributes()));
            case TypeSpecifier.Enum it ->
                new TypeSpecifier.Enum(it.first() + by, it.end() + by, it.tag().map(this::node),
                        it.underlying().map(this::node), it.enumerators().map(this::all), all(it.attributes()));
            case TypeSpecifier.TypeofExpression it -> new TypeSpecifier.TypeofExpression(it.first() + by, it.end() + by,
                    node(it.expression()), it.unqualified());
            case TypeSpecifier.TypeofType it ->
                new TypeSpecifier.TypeofType(it.first() + by, it.end() + by, node(it.type()), it.unqualified());
            case TypeSpecifier.AutoType it -> new TypeSpecifier.AutoType(it.first() + by, it.end() + by);
            case TypeSpecifier.BitInt it ->
                new TypeSpecifier.BitInt(it.first() + by, it.end() + by, node(it.width()), it.unsigned());
            case TypeSpecifier.AtomicType it ->
                new TypeSpecifier.AtomicType(it.first() + by, it.end() + by, node(it.type()));
        };
    }

    private Derivation derivation(Derivation derivation) {
        return switch (derivation) {
            case Derivation.Pointer it ->
                new Derivation.Pointer(it.first() + by, it.end() + by, it.qualifiers(), all(it.attributes()));
            case Derivation.Array it -> new Derivation.Array(it.first() + by, it.end() + by, it.size().map(this::node),
                    it.isStatic(), it.qualifiers());
            case Derivation.Function it -> new Derivation.Function(it.first() + by, it.end() + by, all(it.parameters()),
                    it.variadic(), all(it.oldStyleNames()));
        };
    }

    private Label label(Label label) {
        return switch (label) {
            case Label.Named it ->
                new Label.Named(it.first() + by, it.end() + by, node(it.name()), all(it.attributes()));
            case Label.Case it ->
                new Label.Case(it.first() + by, it.end() + by, node(it.value()), it.high().map(this::node));
            case Label.Default it -> new Label.Default(it.first() + by, it.end() + by);
        };
    }

    private Designator designator(Designator designator) {
        return switch (designator) {
            case Designator.Member it -> new Designator.Member(it.first() + by, it.end() + by, node(it.name()));
            case Designator.Index it -> new Designator.Index(it.first() + by, it.end() + by, node(it.index()));
            case Designator.Range it ->
                new Designator.Range(it.first() + by, it.end() + by, node(it.low()), node(it.high()));
        };
    }
}

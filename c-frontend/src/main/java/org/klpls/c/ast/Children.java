package org.klpls.c.ast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The nodes directly below a node, in the order of the text as far as the tree keeps it. */
final class Children {
    private final List<Node> nodes = new ArrayList<>();

    private Children() {}

    static List<Node> of(Node node) {
        Children children = new Children();
        children.collect(node);
        return children.nodes;
    }

    private void collect(Node node) {
        switch (node) {
            case Expression expression -> collectExpression(expression);
            case Statement statement -> collectStatement(statement);
            case TypeSpecifier type -> collectType(type);
            case Derivation derivation -> collectDerivation(derivation);
            case Label label -> collectLabel(label);
            case Designator designator -> collectDesignator(designator);
            case Declaration declaration -> add(declaration.specifiers()).add(declaration.declarators());
            case FunctionDefinition function -> add(function.specifiers()).add(function.declarator())
                    .add(function.oldStyleParameters()).add(function.body());
            case StaticAssert check -> add(check.condition()).add(check.message());
            case FileAsm asm -> add(asm.code()).add(asm.outputs()).add(asm.inputs());
            case Specifiers specifiers -> add(specifiers.type()).add(specifiers.attributes());
            case Enumerator enumerator -> add(enumerator.name()).add(enumerator.attributes()).add(enumerator.value());
            case MemberDeclaration member -> add(member.specifiers()).add(member.declarators());
            case MemberDeclarator member -> add(member.declarator()).add(member.bits()).add(member.attributes());
            case Declarator declarator -> add(declarator.name()).add(declarator.derivations())
                    .add(declarator.attributes());
            case InitDeclarator declared -> add(declared.declarator()).add(declared.asmName())
                    .add(declared.attributes()).add(declared.initializer());
            case Parameter parameter -> add(parameter.specifiers()).add(parameter.declarator())
                    .add(parameter.attributes());
            case TypeName type -> add(type.specifiers()).add(type.declarator());
            case InitializerList list -> add(list.items());
            case InitializerItem item -> add(item.designators()).add(item.value());
            case Attribute attribute -> add(attribute.arguments());
            case AsmOperand operand -> add(operand.name()).add(operand.constraint()).add(operand.value());
            case GenericAssociation association -> add(association.type()).add(association.value());
            case Name _,EmptyDeclaration _,Broken _ -> {
            }
        }
    }

    private void collectExpression(Expression expression) {
        switch (expression) {
            case Expression.Parenthesized it -> add(it.inner());
            case Expression.StatementExpression it -> add(it.block());
            case Expression.Index it -> add(it.array()).add(it.index());
            case Expression.Call it -> add(it.function()).add(it.arguments());
            case Expression.Member it -> add(it.object()).add(it.name());
            case Expression.Postfix it -> add(it.operand());
            case Expression.CompoundLiteral it -> add(it.type()).add(it.initializer());
            case Expression.Unary it -> add(it.operand());
            case Expression.LabelAddress it -> add(it.label());
            case Expression.SizeofExpression it -> add(it.operand());
            case Expression.SizeofType it -> add(it.type());
            case Expression.AlignofExpression it -> add(it.operand());
            case Expression.AlignofType it -> add(it.type());
            case Expression.Cast it -> add(it.type()).add(it.operand());
            case Expression.Binary it -> add(it.left()).add(it.right());
            case Expression.Assignment it -> add(it.target()).add(it.value());
            case Expression.Conditional it -> add(it.condition()).add(it.then()).add(it.otherwise());
            case Expression.Comma it -> add(it.operands());
            case Expression.GenericSelection it -> add(it.control()).add(it.type()).add(it.associations());
            case Expression.DeclaredCondition it -> add(it.declaration()).add(it.value());
            case Expression.VaArg it -> add(it.list()).add(it.type());
            case Expression.Offsetof it -> add(it.type()).add(it.designators());
            case Expression.TypesCompatible it -> add(it.left()).add(it.right());
            case Expression.ChooseExpression it -> add(it.condition()).add(it.then()).add(it.otherwise());
            case Expression.ConvertVector it -> add(it.operand()).add(it.type());
            case Expression.HasAttribute it -> add(it.type()).add(it.object()).add(it.attribute());
            case Expression.Identifier _,Expression.NumberLiteral _,Expression.CharacterLiteral _,Expression.StringLiteral _,Expression.BoolLiteral _,Expression.NullptrLiteral _ ->
                {
                }
        }
    }

    private void collectStatement(Statement statement) {
        switch (statement) {
            case Statement.Block it -> add(it.items());
            case Statement.ExpressionStatement it -> add(it.expression());
            case Statement.Labeled it -> add(it.labels()).add(it.item());
            case Statement.If it -> add(it.condition()).add(it.then()).add(it.otherwise());
            case Statement.Switch it -> add(it.value()).add(it.body());
            case Statement.While it -> add(it.condition()).add(it.body());
            case Statement.DoWhile it -> add(it.body()).add(it.condition());
            case Statement.For it -> add(it.start()).add(it.condition()).add(it.step()).add(it.body());
            case Statement.Goto it -> add(it.label());
            case Statement.ComputedGoto it -> add(it.target());
            case Statement.Return it -> add(it.value());
            case Statement.AttributeStatement it -> add(it.attributes());
            case Statement.LocalLabels it -> add(it.names());
            case Statement.Asm it -> add(it.template()).add(it.outputs()).add(it.inputs()).add(it.clobbers())
                    .add(it.labels());
            case Statement.Break it -> add(it.loop());
            case Statement.Continue it -> add(it.loop());
            case Statement.Empty _ -> {
            }
        }
    }

    private void collectType(TypeSpecifier type) {
        switch (type) {
            case TypeSpecifier.Struct it -> add(it.tag()).add(it.items().orElse(List.of())).add(it.attributes());
            case TypeSpecifier.Enum it -> add(it.tag()).add(it.underlying())
                    .add(it.enumerators().orElse(List.of())).add(it.attributes());
            case TypeSpecifier.TypeofExpression it -> add(it.expression());
            case TypeSpecifier.TypeofType it -> add(it.type());
            case TypeSpecifier.BitInt it -> add(it.width());
            case TypeSpecifier.AtomicType it -> add(it.type());
            case TypeSpecifier.Basic _,TypeSpecifier.ImplicitInt _,TypeSpecifier.TypedefName _,TypeSpecifier.AutoType _ ->
                {
                }
        }
    }

    private void collectDerivation(Derivation derivation) {
        switch (derivation) {
            case Derivation.Pointer it -> add(it.attributes());
            case Derivation.Array it -> add(it.size());
            case Derivation.Function it -> add(it.parameters()).add(it.oldStyleNames());
        }
    }

    private void collectLabel(Label label) {
        switch (label) {
            case Label.Named it -> add(it.name()).add(it.attributes());
            case Label.Case it -> add(it.value()).add(it.high());
            case Label.Default _ -> {
            }
        }
    }

    private void collectDesignator(Designator designator) {
        switch (designator) {
            case Designator.Member it -> add(it.name());
            case Designator.Index it -> add(it.index());
            case Designator.Range it -> add(it.low()).add(it.high());
        }
    }

    private Children add(Node node) {
        nodes.add(node);
        return this;
    }

    private Children add(List<? extends Node> more) {
        nodes.addAll(more);
        return this;
    }

    private Children add(Optional<? extends Node> node) {
        node.ifPresent(nodes::add);
        return this;
    }
}

package org.klpls.c.parse;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.klpls.c.ast.AsmOperand;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.Name;
import org.klpls.c.ast.Statement;

/** Collects an asm statement. */
final class AsmBuilder {
    private final int first;
    private final Set<Statement.AsmQualifier> qualifiers = EnumSet.noneOf(Statement.AsmQualifier.class);
    private final List<AsmOperand> outputs = new ArrayList<>(2);
    private final List<AsmOperand> inputs = new ArrayList<>(2);
    private final List<Expression.StringLiteral> clobbers = new ArrayList<>(1);
    private final List<Name> labels = new ArrayList<>(0);
    private Expression.StringLiteral template;

    AsmBuilder(int first) {
        this.first = first;
        this.template = new Expression.StringLiteral(first, first, List.of());
    }

    /** False if it was there before. */
    boolean qualifier(Statement.AsmQualifier qualifier) {
        return qualifiers.add(qualifier);
    }

    boolean isGoto() {
        return qualifiers.contains(Statement.AsmQualifier.GOTO);
    }

    void template(Expression.StringLiteral code) {
        template = code;
    }

    List<AsmOperand> outputs() {
        return outputs;
    }

    List<AsmOperand> inputs() {
        return inputs;
    }

    List<Expression.StringLiteral> clobbers() {
        return clobbers;
    }

    List<Name> labels() {
        return labels;
    }

    Statement.Asm build(int end) {
        return new Statement.Asm(first, end, qualifiers, template, outputs, inputs, clobbers, labels);
    }
}

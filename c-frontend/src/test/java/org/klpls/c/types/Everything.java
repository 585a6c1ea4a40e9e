package org.klpls.c.types;

import org.klpls.c.ast.Expression;
import org.klpls.c.ast.ExternalDeclaration;
import org.klpls.c.ast.FunctionDefinition;
import org.klpls.c.ast.TranslationUnit;
import org.klpls.c.ast.Walker;

/** Asks a program all that can be asked of what stands after its headers. */
final class Everything {
    private final Program program;
    private int answers;

    private Everything(Program program) {
        this.program = program;
    }

    /** @return how many answers there were, so that none is left out as unused */
    static int ask(TranslationUnit unit) {
        Everything all = new Everything(Program.of(unit));
        all.declarations();
        for (ExternalDeclaration external : unit.ownDeclarations()) {
            Walker.walk(external, node -> {
                if (node instanceof Expression expression) {
                    all.expression(expression);
                }
            });
            if (external instanceof FunctionDefinition function) {
                all.answers += all.program.usesThroughInlines(function).size();
            }
        }
        return all.answers;
    }

    private void declarations() {
        for (DeclaredFunction function : program.functions(Program.Part.MAIN_FILE)) {
            answers += function.type().canonical().text().length();
        }
        for (DeclaredVariable variable : program.variables(Program.Part.MAIN_FILE)) {
            answers += variable.type().text().length() + program.initialized(variable.main()).size();
        }
        for (Declared typedef : program.typedefs(Program.Part.MAIN_FILE)) {
            answers += (int) program.align(typedef.type()) + typedef.type().canonical().text().length();
        }
        for (RecordDefinition record : program.records(Program.Part.MAIN_FILE)) {
            answers += record.layout().map(it -> it.members().size()).orElse(0);
        }
        for (EnumDefinition enumeration : program.enumerations(Program.Part.MAIN_FILE)) {
            answers += enumeration.underlying().text().length();
        }
    }

    private void expression(Expression expression) {
        answers += program.type(expression) instanceof Type.Unknown ? 0 : 1;
        answers += program.constant(expression).isPresent() ? 1 : 0;
        if (expression instanceof Expression.Identifier name) {
            answers += program.meaning(name).isPresent() ? 1 : 0;
        }
        if (expression instanceof Expression.CompoundLiteral literal) {
            answers += program.initialized(literal).size();
        }
    }
}

package org.klpls.core.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.klpls.c.ast.Attribute;
import org.klpls.c.ast.Declaration;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.ExternalDeclaration;
import org.klpls.c.ast.FunctionDefinition;
import org.klpls.c.ast.InitDeclarator;
import org.klpls.c.ast.Storage;
import org.klpls.c.ast.Walker;
import org.klpls.c.pp.TokenKind;
import org.klpls.c.text.SourceRange;
import org.klpls.c.types.StringValue;

/** How the tables of a source are kept: on the stack, in which section, writable or not. */
final class TableVariableReader {
    private TableVariableReader() {}

    static List<TableVariable> read(Tree tree, StaticObjects objects) {
        List<TableVariable> variables = new ArrayList<>();
        for (ExternalDeclaration external : tree.authorsDeclarations()) {
            if (external instanceof Declaration declaration) {
                add(variables, declaration, false, tree, objects);
            } else if (external instanceof FunctionDefinition function) {
                Walker.all(Declaration.class, tree.unit().body(function))
                        .forEach(local -> add(variables, local, isAutomatic(local), tree, objects));
            }
        }
        return variables;
    }

    private static boolean isAutomatic(Declaration local) {
        Set<Storage> storage = local.specifiers().storage();
        return !storage.contains(Storage.STATIC) && !storage.contains(Storage.EXTERN);
    }

    private static void add(List<TableVariable> variables, Declaration declaration, boolean automatic, Tree tree,
            StaticObjects objects) {
        if (declaration.isTypedef()) {
            return;
        }
        objects.tableIn(declaration.specifiers().type()).ifPresent(struct -> {
            for (InitDeclarator declarator : declaration.declarators()) {
                declarator.declarator().name().filter(_ -> StaticType.isInPlace(declarator.declarator()))
                        .ifPresent(name -> variables.add(new TableVariable(name.text(), struct, automatic,
                                constant(declaration, tree), section(declaration, declarator, tree),
                                tree.range(name))));
            }
        });
    }

    private static Optional<SourceRange> constant(Declaration declaration, Tree tree) {
        return IntStream.range(declaration.specifiers().first(), declaration.specifiers().end())
                .filter(i -> tree.tokens().kind(i) == TokenKind.CONST).mapToObj(i -> tree.range(i, i + 1)).findFirst();
    }

    private static Optional<TableVariable.Section> section(Declaration declaration, InitDeclarator declarator,
            Tree tree) {
        return Stream.of(declaration.specifiers().attributes(), declarator.attributes(),
                declarator.declarator().attributes()).flatMap(List::stream)
                .filter(attribute -> attribute.plainName().equals("section"))
                .flatMap(attribute -> name(attribute)
                        .map(name -> new TableVariable.Section(name, tree.range(attribute))).stream())
                .findFirst();
    }

    private static Optional<String> name(Attribute attribute) {
        return attribute.arguments().stream().findFirst()
                .flatMap(a -> a instanceof Expression.StringLiteral literal
                        ? Optional.of(StringValue.of(literal.pieces()))
                        : Optional.empty());
    }
}

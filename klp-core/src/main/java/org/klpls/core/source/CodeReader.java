package org.klpls.core.source;

import java.util.ArrayList;
import java.util.List;
import org.klpls.c.ast.Attribute;
import org.klpls.c.ast.Declaration;
import org.klpls.c.ast.Declarator;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.ExternalDeclaration;
import org.klpls.c.ast.FunctionDefinition;
import org.klpls.c.ast.InitDeclarator;
import org.klpls.c.ast.Specifiers;
import org.klpls.c.ast.Walker;
import org.klpls.c.text.SourceRange;

/** The functions of the author's file, and where they enable a patch. */
final class CodeReader {
    private CodeReader() {}

    static List<SourceFunction> functions(Tree tree) {
        List<SourceFunction> functions = new ArrayList<>();
        for (ExternalDeclaration external : tree.unit().ownDeclarations()) {
            if (external instanceof FunctionDefinition definition && tree.inMainFile(definition)) {
                add(functions, tree, definition.specifiers(), definition.declarator(), true);
            } else if (external instanceof Declaration declaration && tree.inMainFile(declaration)
                    && !declaration.isTypedef()) {
                for (InitDeclarator d : declaration.declarators()) {
                    if (d.declarator().function().isPresent()) {
                        add(functions, tree, declaration.specifiers(), d.declarator(), false);
                    }
                }
            }
        }
        return functions;
    }

    private static void add(List<SourceFunction> functions, Tree tree, Specifiers specifiers, Declarator declarator,
            boolean definition) {
        declarator.name().filter(name -> tree.range(name).source().slice(tree.range(name).span()).equals(name.text()))
                .ifPresent(
                        name -> functions.add(new SourceFunction(name.text(), prototype(tree, specifiers, declarator),
                                definition, tree.range(name))));
    }

    /** Type and declarator without storage and attributes. */
    private static String prototype(Tree tree, Specifiers specifiers, Declarator declarator) {
        String type = tree.spelled(specifiers.type());
        String rest = tree.spelled(declarator);
        for (Attribute attribute : declarator.attributes()) {
            rest = rest.replace(tree.spelled(attribute), "").strip();
        }
        return type + " " + rest;
    }

    static List<SourceRange> callsOf(String function, Tree tree) {
        List<SourceRange> calls = new ArrayList<>();
        for (ExternalDeclaration external : tree.unit().ownDeclarations()) {
            if (external instanceof FunctionDefinition definition && tree.inMainFile(definition)) {
                definition.body().ifPresent(body -> Walker.all(Expression.Call.class, body).stream()
                        .filter(call -> isNamed(call.function(), function)).map(tree::range).forEach(calls::add));
            }
        }
        return calls;
    }

    private static boolean isNamed(Expression callee, String function) {
        return callee instanceof Expression.Identifier name && name.name().equals(function);
    }
}

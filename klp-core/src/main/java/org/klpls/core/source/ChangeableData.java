package org.klpls.core.source;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.klpls.c.ast.Declaration;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.ExternalDeclaration;
import org.klpls.c.ast.FunctionDefinition;
import org.klpls.c.ast.Initializer;
import org.klpls.c.ast.Qualifier;
import org.klpls.c.ast.Walker;
import org.klpls.c.types.DeclaredVariable;
import org.klpls.c.types.Program;
import org.klpls.c.types.Type;
import org.klpls.c.types.Use;

/** Whether code may write into a variable that is not const: it assigns to it, or hands its address on to who may. */
final class ChangeableData {
    private final Tree tree;
    private final Program program;

    ChangeableData(Tree tree) {
        this.tree = tree;
        this.program = Program.of(tree.unit());
    }

    boolean isChangeable(String variable) {
        for (ExternalDeclaration external : tree.authorsDeclarations()) {
            if (external instanceof FunctionDefinition function && changes(function, variable)) {
                return true;
            }
            if (external instanceof Declaration data && data.declarators().stream()
                    .flatMap(it -> it.declarator().name().stream())
                    .anyMatch(name -> keepsAddress(name.text(), variable))) {
                return true;
            }
        }
        return false;
    }

    private boolean changes(FunctionDefinition function, String variable) {
        Set<Integer> onlyRead = new HashSet<>();
        Walker.all(Expression.Call.class, tree.unit().body(function))
                .forEach(call -> readArguments(call).forEach(it -> onlyRead.add(it.first())));
        return program.uses(function).stream().filter(use -> use.target().name().equals(variable))
                .anyMatch(use -> use.kind() != Use.Kind.READ && !onlyRead.contains(use.node().first()));
    }

    /** Names that a call is given as what it only reads: for a pointer to const, or to be printed. */
    private List<Expression.Identifier> readArguments(Expression.Call call) {
        Optional<Type.Function> callee = program.type(call.function()).function()
                .or(() -> program.type(call.function()).pointedTo().flatMap(Type::function));
        List<Expression> arguments = call.arguments();
        return IntStream.range(0, arguments.size())
                .filter(i -> callee.filter(it -> isOnlyRead(it, i, call)).isPresent()).mapToObj(arguments::get)
                .flatMap(argument -> Walker.all(Expression.Identifier.class, argument).stream()).toList();
    }

    private static boolean isOnlyRead(Type.Function callee, int argument, Expression.Call call) {
        if (argument < callee.parameters().size()) {
            return isOfConst(callee.parameters().get(argument));
        }
        return callee.isVariadic() && !(call.function() instanceof Expression.Identifier name
                && name.name().contains("scanf"));
    }

    private static boolean isOfConst(Type pointer) {
        return pointer.pointedTo().filter(it -> it.qualifiers().contains(Qualifier.CONST)).isPresent();
    }

    /** A parameter of the module, say, keeps where its characters go. */
    private boolean keepsAddress(String data, String variable) {
        Optional<DeclaredVariable> declared = program.variable(data).filter(
                it -> it.initializer().filter(value -> names(value, variable)).isPresent());
        return declared.stream().flatMap(it -> program.initialized(it.main()).stream())
                .anyMatch(part -> part.type().pointedTo().isPresent() && !isOfConst(part.type())
                        && names(part.value(), variable));
    }

    private static boolean names(Initializer value, String variable) {
        return Walker.all(Expression.Identifier.class, value).stream().anyMatch(it -> it.name().equals(variable));
    }
}

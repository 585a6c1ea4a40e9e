package org.klpls.core.source;

import java.util.List;
import java.util.Optional;
import org.klpls.c.ast.Attribute;
import org.klpls.c.ast.Declaration;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.ExternalDeclaration;
import org.klpls.c.ast.FunctionDefinition;
import org.klpls.c.ast.InitDeclarator;
import org.klpls.c.ast.Name;
import org.klpls.c.types.StringValue;

/** module_init(f) makes {@code int init_module(void) __attribute__((alias("f")))}. Source: include/linux/module.h, v6.1. */
final class LifeCycleReader {
    private LifeCycleReader() {}

    static LifeCycle read(Tree tree) {
        return new LifeCycle(hook(tree, "init_module"), hook(tree, "cleanup_module"));
    }

    private static Optional<LifeCycle.Hook> hook(Tree tree, String name) {
        for (ExternalDeclaration external : tree.authorsDeclarations()) {
            if (external instanceof FunctionDefinition function && function.name().equals(name)) {
                return Optional.of(new LifeCycle.Hook(name, tree.range(function.declarator())));
            }
            if (external instanceof Declaration declaration) {
                Optional<LifeCycle.Hook> alias = declaration.declarators().stream().filter(d -> isNamed(d, name))
                        .flatMap(d -> alias(declaration, d)
                                .map(target -> new LifeCycle.Hook(target, tree.range(d))).stream())
                        .findFirst();
                if (alias.isPresent()) {
                    return alias;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isNamed(InitDeclarator declarator, String name) {
        return declarator.declarator().name().map(Name::text).filter(name::equals).isPresent();
    }

    private static Optional<String> alias(Declaration declaration, InitDeclarator declarator) {
        return Attribute.find("alias", declarator.attributes())
                .or(() -> Attribute.find("alias", declaration.specifiers().attributes()))
                .or(() -> Attribute.find("alias", declarator.declarator().attributes()))
                .map(Attribute::arguments).map(List::getFirst)
                .flatMap(argument -> argument instanceof Expression.StringLiteral literal
                        ? Optional.of(StringValue.of(literal.pieces()))
                        : Optional.empty());
    }
}

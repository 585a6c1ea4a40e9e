package org.klpls.c.types;

import java.util.List;
import java.util.Optional;
import org.klpls.c.ast.Derivation;
import org.klpls.c.ast.ExternalDeclaration;
import org.klpls.c.ast.FunctionDefinition;
import org.klpls.c.ast.Node;
import org.klpls.c.ast.Statement;
import org.klpls.c.ast.TranslationUnit;
import org.klpls.c.ast.Walker;

/** From a node of a tree to the scope that it stands in. */
final class Places {
    private final TranslationUnit unit;
    private final FileScope file;

    Places(TranslationUnit unit, FileScope file) {
        this.unit = unit;
        this.file = file;
    }

    Scope scope(Node node) {
        List<ExternalDeclaration> headers = unit.headerDeclarations();
        boolean ofHeaders = !headers.isEmpty() && node.first() < headers.getLast().end();
        FileScope outer = ofHeaders ? file.headers().orElse(file) : file;
        return holder(ofHeaders ? headers : unit.ownDeclarations(), node.first())
                .map(it -> inside(outer, it, node)).orElse(outer);
    }

    private static Optional<ExternalDeclaration> holder(List<ExternalDeclaration> declarations, int token) {
        int low = 0;
        int high = declarations.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            ExternalDeclaration it = declarations.get(middle);
            if (token < it.first()) {
                high = middle - 1;
            } else if (token >= it.end()) {
                low = middle + 1;
            } else {
                return Optional.of(it);
            }
        }
        return Optional.empty();
    }

    private Scope inside(FileScope outer, ExternalDeclaration declaration, Node node) {
        if (declaration instanceof FunctionDefinition function && node.first() >= function.bodyFirst()) {
            BlockScope parameters = outer.function(function);
            return inside(parameters, outer.body(function), node);
        }
        Scope scope = outer;
        for (Node each : Walker.path(declaration, node.first())) {
            scope = entered(scope, each, node);
        }
        return scope;
    }

    private static Scope inside(Scope outer, Node root, Node node) {
        Scope scope = outer;
        for (Node each : Walker.path(root, node.first())) {
            if (each.first() < node.first() || each.end() > node.end()) {
                scope = entered(scope, each, node);
            }
        }
        return scope;
    }

    /** The scope that a node makes for what is in it. */
    static Scope entered(Scope scope, Node node, Node wanted) {
        return switch (node) {
            case Statement.Block block -> scope.block(block);
            case Statement.For loop when scope instanceof BlockScope block -> block.loop(loop);
            case FunctionDefinition nested when scope instanceof BlockScope block
                    && wanted.first() >= nested.bodyFirst() ->
                block.nested(nested);
            case Derivation.Function function -> BlockScope.ofPrototype(scope, function);
            default -> scope;
        };
    }
}

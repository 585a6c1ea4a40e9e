package org.klpls.c.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
import org.klpls.c.ast.StructItem;
import org.klpls.c.ast.TranslationUnit;
import org.klpls.c.ast.TypeName;
import org.klpls.c.ast.TypeSpecifier;
import org.klpls.c.ast.Walker;

/** From a node of a tree to the scope that it stands in. */
final class Places {
    private final TranslationUnit unit;
    private final FileScope file;
    private volatile @Nullable Makers last;

    private record Makers(Node root, List<Node> nodes) {}

    Places(TranslationUnit unit, FileScope file) {
        this.unit = unit;
        this.file = file;
    }

    Scope scope(Node node) {
        boolean ofHeaders = node.first() < unit.headers().outline().end();
        FileScope outer = ofHeaders ? file.headers().orElse(file) : file;
        Optional<ExternalDeclaration> holder = ofHeaders
                ? unit.headers().at(node.first())
                : holder(unit.ownDeclarations(), node.first());
        return holder.map(it -> inside(outer, it, node)).orElse(outer);
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
        return inside(outer, (Node) declaration, node);
    }

    private Scope inside(Scope outer, Node root, Node node) {
        Scope scope = outer;
        Node innermost = root;
        for (Node each : makers(root)) {
            boolean around = each.first() <= node.first() && node.first() < each.end() && each != node
                    && (each.first() < node.first() || each.end() > node.end());
            if (around && each.first() >= innermost.first() && each.end() <= innermost.end()) {
                scope = entered(scope, each, node);
                innermost = each;
            }
        }
        return scope;
    }

    /** What makes scopes in a declaration or body, the outer before the inner. Whoever asks of one node asks of its neighbours. */
    private List<Node> makers(Node root) {
        Makers known = last;
        if (known == null || known.root != root) {
            List<Node> nodes = new ArrayList<>();
            Walker.walk(root, node -> {
                if (node instanceof Statement.Block || node instanceof Statement.For
                        || node instanceof Statement.If || node instanceof Statement.Switch
                        || node instanceof FunctionDefinition || node instanceof Derivation.Function) {
                    nodes.add(node);
                }
            });
            known = new Makers(root, nodes);
            last = known;
        }
        return known.nodes;
    }

    /** The scope that a node makes for what is in it. */
    static Scope entered(Scope scope, Node node, Node wanted) {
        return switch (node) {
            case Statement.Block block -> scope.block(block);
            case Statement.For loop when scope instanceof BlockScope block -> block.loop(loop);
            case Statement.If(int first, int _, Expression.DeclaredCondition it, var _, var _) when scope instanceof BlockScope block ->
                block.condition(first, it);
            case Statement.Switch(int first, int _, Expression.DeclaredCondition it, var _) when scope instanceof BlockScope block ->
                block.condition(first, it);
            case FunctionDefinition nested when scope instanceof BlockScope block
                    && wanted.first() >= nested.bodyFirst() ->
                block.nested(nested);
            case Derivation.Function function -> BlockScope.ofPrototype(scope, function);
            case BlockItem _,ExternalDeclaration _,StructItem _,Specifiers _,TypeSpecifier _,Enumerator _,Declarator _,Derivation _,InitDeclarator _,MemberDeclarator _,Parameter _,TypeName _,Initializer _,InitializerItem _,Designator _,Attribute _,Name _,Label _,AsmOperand _,GenericAssociation _ ->
                scope;
        };
    }
}

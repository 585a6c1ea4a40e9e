package org.klpls.core.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.klpls.c.ast.Declaration;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.ExternalDeclaration;
import org.klpls.c.ast.FunctionDefinition;
import org.klpls.c.ast.Node;
import org.klpls.c.ast.TranslationUnit;
import org.klpls.c.ast.Walker;
import org.klpls.c.text.SourceRange;

/** The author's functions with their bodies, and who names whom. Immutable; made once for a text. */
public final class SourceCode {
    /** A call of a function by its name. */
    public record Call(String callee, FunctionDefinition in, Expression.Call expression, SourceRange place) {}

    private final TranslationUnit unit;
    private final Map<String, FunctionDefinition> functions = new LinkedHashMap<>();
    private final Map<String, Set<String>> named = new LinkedHashMap<>();
    private final Set<String> namedInData = new LinkedHashSet<>();
    private final List<Call> calls = new ArrayList<>();

    private SourceCode(TranslationUnit unit) {
        this.unit = unit;
    }

    static SourceCode of(Tree tree) {
        SourceCode code = new SourceCode(tree.unit());
        for (ExternalDeclaration external : tree.authorsDeclarations()) {
            switch (external) {
                case FunctionDefinition function -> code.add(function);
                case Declaration data -> Walker.all(Expression.Identifier.class, data)
                        .forEach(name -> code.namedInData.add(name.name()));
                default -> {
                }
            }
        }
        return code;
    }

    private void add(FunctionDefinition function) {
        functions.put(function.name(), function);
        Set<String> names = named.computeIfAbsent(function.name(), _ -> new LinkedHashSet<>());
        Walker.walk(unit.body(function), node -> {
            if (node instanceof Expression.Identifier name) {
                names.add(name.name());
            } else if (node instanceof Expression.Call call
                    && call.function() instanceof Expression.Identifier callee) {
                calls.add(new Call(callee.name(), function, call, unit.place(call)));
            }
        });
    }

    public TranslationUnit unit() {
        return unit;
    }

    public Optional<FunctionDefinition> function(String name) {
        return Optional.ofNullable(functions.get(name));
    }

    public List<FunctionDefinition> functions() {
        return List.copyOf(functions.values());
    }

    public List<Call> calls(String callee) {
        return calls.stream().filter(call -> call.callee().equals(callee)).toList();
    }

    /** Where the author can edit this node. */
    public SourceRange place(Node node) {
        return unit.place(node);
    }

    /** Whether any function of the author, or the data, names this variable or function. */
    public boolean isNamed(String name) {
        return namedInData.contains(name) || named.values().stream().anyMatch(names -> names.contains(name));
    }

    /** All variables and functions that the author's code or data name. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>(namedInData);
        named.values().forEach(names::addAll);
        return names;
    }

    /** Whether a function's body names this variable or function. */
    public boolean isNamedInCode(String name) {
        return named.values().stream().anyMatch(names -> names.contains(name));
    }

    /** This function and all that it can come to call, by name or through a pointer that it takes. */
    public Set<String> reachableFrom(String function) {
        Set<String> reached = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(function));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (functions.containsKey(next) && reached.add(next)) {
                open.addAll(named.getOrDefault(next, Set.of()));
            }
        }
        return reached;
    }
}

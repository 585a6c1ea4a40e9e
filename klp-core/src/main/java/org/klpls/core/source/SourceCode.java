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
import org.klpls.c.ast.Declarator;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.ExternalDeclaration;
import org.klpls.c.ast.FunctionDefinition;
import org.klpls.c.ast.InitDeclarator;
import org.klpls.c.ast.Node;
import org.klpls.c.ast.TranslationUnit;
import org.klpls.c.ast.Walker;
import org.klpls.c.text.SourceRange;
import org.klpls.c.text.SourceText;
import org.klpls.c.text.Span;

/** The author's functions with their bodies, and who names whom. Immutable; made once for a text. */
public final class SourceCode {
    /** A call of a function by its name. */
    public record Call(String callee, FunctionDefinition in, Expression.Call expression, SourceRange place) {}

    private final TranslationUnit unit;
    private final boolean isWhole;
    private final Map<String, FunctionDefinition> functions = new LinkedHashMap<>();
    /** By function: what it names, each where it does so first. */
    private final Map<String, Map<String, Expression.Identifier>> named = new LinkedHashMap<>();
    private final Map<String, InitDeclarator> variables = new LinkedHashMap<>();
    private final Set<String> namedInData = new LinkedHashSet<>();
    private final List<Call> calls = new ArrayList<>();

    private SourceCode(TranslationUnit unit, boolean isWhole) {
        this.unit = unit;
        this.isWhole = isWhole;
    }

    static SourceCode of(Tree tree) {
        SourceCode code = new SourceCode(tree.unit(), tree.isWhole());
        for (ExternalDeclaration external : tree.authorsDeclarations()) {
            switch (external) {
                case FunctionDefinition function -> code.add(function);
                case Declaration data -> code.add(data);
                default -> {
                }
            }
        }
        return code;
    }

    private void add(Declaration data) {
        Walker.all(Expression.Identifier.class, data).forEach(name -> namedInData.add(name.name()));
        for (InitDeclarator declarator : data.declarators()) {
            declarator.declarator().name().filter(_ -> declarator.initializer().isPresent())
                    .ifPresent(name -> variables.put(name.text(), declarator));
        }
    }

    private void add(FunctionDefinition function) {
        functions.put(function.name(), function);
        Map<String, Expression.Identifier> names = named.computeIfAbsent(function.name(), _ -> new LinkedHashMap<>());
        Walker.walk(unit.body(function), node -> {
            if (node instanceof Expression.Identifier name) {
                names.putIfAbsent(name.name(), name);
            } else if (node instanceof Expression.Call call
                    && call.function() instanceof Expression.Identifier callee) {
                calls.add(new Call(callee.name(), function, call, unit.place(call)));
            }
        });
    }

    public TranslationUnit unit() {
        return unit;
    }

    /** Whether the file was read with its own headers, and nothing in it or in them is wrong: else a name may be declared all the same. */
    public boolean isWhole() {
        return isWhole;
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

    /** Where the body of a function, or the initialiser of a variable, first names this function or variable. */
    public Optional<SourceRange> use(String owner, String name) {
        Optional<Expression.Identifier> inCode = Optional.ofNullable(named.getOrDefault(owner, Map.of()).get(name));
        return inCode.or(() -> Optional.ofNullable(variables.get(owner))
                .flatMap(variable -> Walker.all(Expression.Identifier.class, variable).stream()
                        .filter(identifier -> identifier.name().equals(name)).findFirst()))
                .map(unit::place);
    }

    /** Where the name of a function or of an initialised variable is defined. */
    public Optional<SourceRange> name(String owner) {
        return function(owner).map(FunctionDefinition::declarator)
                .or(() -> Optional.ofNullable(variables.get(owner)).map(InitDeclarator::declarator))
                .flatMap(Declarator::name).map(unit::place);
    }

    /** Where a line of the main file, counted from 0, names this function or variable in a function's body. */
    public Optional<SourceRange> useOnLine(int line, String name) {
        return functions.values().stream().filter(function -> holds(function, line))
                .flatMap(function -> Walker.all(Expression.Identifier.class, unit.body(function)).stream())
                .filter(identifier -> identifier.name().equals(name)).map(unit::place)
                .filter(place -> isInMainFile(place) && place.start().line() == line).findFirst();
    }

    /**
     * A line of the main file, counted from 0, without the blanks around it; empty where it is in no function, or has nothing
     * but braces.
     */
    public Optional<SourceRange> line(int line) {
        if (functions.values().stream().noneMatch(function -> holds(function, line))) {
            return Optional.empty();
        }
        SourceText text = unit.mainFile();
        int start = text.lines().start(line);
        int end = line + 1 < text.lines().lines() ? text.lines().start(line + 1) : text.text().length();
        String content = text.text().substring(start, end);
        int from = start + content.length() - content.stripLeading().length();
        return content.chars().noneMatch(Character::isLetterOrDigit)
                ? Optional.empty()
                : Optional.of(new SourceRange(text, new Span(from, from + content.strip().length())));
    }

    private boolean holds(FunctionDefinition function, int line) {
        SourceRange place = unit.place(function);
        return isInMainFile(place) && place.start().line() <= line && line <= place.end().line();
    }

    private boolean isInMainFile(SourceRange place) {
        return place.source().equals(unit.mainFile());
    }

    /** Whether any function of the author, or the data, names this variable or function. */
    public boolean isNamed(String name) {
        return namedInData.contains(name) || named.values().stream().anyMatch(names -> names.containsKey(name));
    }

    /** All variables and functions that the author's code or data name. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>(namedInData);
        named.values().forEach(inFunction -> names.addAll(inFunction.keySet()));
        return names;
    }

    /** Whether a function's body names this variable or function. */
    public boolean isNamedInCode(String name) {
        return named.values().stream().anyMatch(names -> names.containsKey(name));
    }

    /** This function and all that it can come to call, by name or through a pointer that it takes. */
    public Set<String> reachableFrom(String function) {
        Set<String> reached = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(function));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (functions.containsKey(next) && reached.add(next)) {
                open.addAll(named.getOrDefault(next, Map.of()).keySet());
            }
        }
        return reached;
    }
}

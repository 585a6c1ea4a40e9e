package org.klpls.c.types;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.FunctionDefinition;
import org.klpls.c.ast.InitDeclarator;
import org.klpls.c.ast.Node;
import org.klpls.c.ast.Specifiers;
import org.klpls.c.ast.TranslationUnit;
import org.klpls.c.ast.UnaryOperator;

/**
 * What a translation unit means: its functions, structs, typedefs and variables with their types, and the type and value of any
 * expression. Each is worked out when it is first asked for. What headers declare is worked out once for all texts that begin
 * with the same headers. Safe for all threads; never throws on what a text holds.
 */
public final class Program {
    /** Of which files the declarations are wanted. */
    public enum Part {
        /** Those of the main file, and those that a macro makes that is called there. */
        MAIN_FILE,
        /** Those of all headers too. */
        ALL
    }

    private final TranslationUnit unit;
    private final FileScope file;
    private final Places places;

    private Program(TranslationUnit unit, FileScope file) {
        this.unit = unit;
        this.file = file;
        this.places = new Places(unit, file);
    }

    /** The same one each time for the same unit. */
    public static Program of(TranslationUnit unit) {
        return unit.derived().get(Program.class, () -> new Program(unit, FileScopes.of(unit)));
    }

    public TranslationUnit unit() {
        return unit;
    }

    /** Each function once, with all that its declarations say, in the order of the first ones. */
    public List<DeclaredFunction> functions(Part part) {
        return entities(part, Declared::isFunction).stream().map(it -> DeclaredFunction.of(it)).toList();
    }

    /** Variables outside of functions, each once, in the order of their first declarations. */
    public List<DeclaredVariable> variables(Part part) {
        return entities(part, Declared::isVariable).stream().map(it -> DeclaredVariable.of(it, this)).toList();
    }

    /** Typedefs outside of functions, each once. */
    public List<Declared> typedefs(Part part) {
        return entities(part, Declared::isTypedef).stream().map(List::getFirst).toList();
    }

    /** Structs and unions that are defined outside of functions, in the order of their definitions. */
    public List<RecordDefinition> records(Part part) {
        List<RecordDefinition> found = new ArrayList<>();
        for (Tag tag : tags(part)) {
            if (tag instanceof RecordTag record) {
                file.tags().definition(record).filter(it -> isWanted(part, it.node())).ifPresent(found::add);
            }
        }
        return List.copyOf(found);
    }

    /** Enumerations that are defined outside of functions, in the order of their definitions. */
    public List<EnumDefinition> enumerations(Part part) {
        List<EnumDefinition> found = new ArrayList<>();
        for (Tag tag : tags(part)) {
            if (tag instanceof EnumTag enumeration) {
                file.tags().definition(enumeration).filter(it -> isWanted(part, it.node())).ifPresent(found::add);
            }
        }
        return List.copyOf(found);
    }

    /** The function of this name, of whatever file. */
    public Optional<DeclaredFunction> function(String name) {
        List<Declared> all = declarations(name);
        return all.isEmpty() || !all.getFirst().isFunction()
                ? Optional.empty()
                : Optional.of(DeclaredFunction.of(all));
    }

    /** The variable of this name outside of functions, of whatever file. */
    public Optional<DeclaredVariable> variable(String name) {
        List<Declared> all = declarations(name);
        return all.isEmpty() || !all.getFirst().isVariable()
                ? Optional.empty()
                : Optional.of(DeclaredVariable.of(all, this));
    }

    /** The typedef of this name outside of functions, of whatever file. */
    public Optional<Declared> typedef(String name) {
        return declarations(name).stream().findFirst().filter(Declared::isTypedef);
    }

    /** The definition of {@code struct name} or {@code union name}, of whatever file. */
    public Optional<RecordDefinition> record(org.klpls.c.ast.TypeSpecifier.TagKind kind, String name) {
        return file.tags().known(kind, name).flatMap(file.tags()::definition);
    }

    /** What a struct or union is made of; empty where that is not told. */
    public Optional<RecordDefinition> definition(RecordTag tag) {
        return file.tags().definition(tag);
    }

    public Optional<EnumDefinition> definition(EnumTag tag) {
        return file.tags().definition(tag);
    }

    /** Bytes, as sizeof has it; empty for what is incomplete, or of a size known at run time only. */
    public OptionalLong size(Type type) {
        return new Sizes(file).size(type);
    }

    /** Bytes, as __alignof__ has it of a type. */
    public long align(Type type) {
        return new Sizes(file).align(type);
    }

    public Compatibility compatibility() {
        return new Compatibility(file);
    }

    /** The type that typeof sees: of an object with its qualifiers, an array as such. */
    public Type type(Expression expression) {
        return new ExpressionTypes(scope(expression)).type(expression);
    }

    /** The value of an integer constant expression as gcc folds it. */
    public Optional<BigInteger> constant(Expression expression) {
        return new Evaluator(scope(expression)).integer(expression);
    }

    /**
     * The operand that an expression comes to before it runs: of {@code 1 ? a : b}, {@code __builtin_choose_expr()} and
     * {@code _Generic()} the one that is chosen, without parentheses. Itself where nothing chooses.
     */
    public Expression meant(Expression expression) {
        Optional<Expression> next = switch (expression) {
            case Expression.Parenthesized it -> Optional.of(it.inner());
            case Expression.Unary it when it.operator() == UnaryOperator.EXTENSION -> Optional.of(it.operand());
            case Expression.ChooseExpression it -> new ExpressionTypes(scope(it)).chosen(it);
            case Expression.GenericSelection it -> new ExpressionTypes(scope(it)).selected(it);
            case Expression.Conditional it -> constant(it.condition()).map(
                    value -> value.signum() == 0 ? it.otherwise() : it.then().orElse(it.condition()));
            default -> Optional.empty();
        };
        return next.map(this::meant).orElse(expression);
    }

    /** The declaration that a name in an expression means. */
    public Optional<Symbol> meaning(Expression.Identifier name) {
        return scope(name).lookup(name.name(), name.first());
    }

    /** The type that the words before a declarator name: {@code typeof(x)} of {@code typeof(x) *y[2]}. */
    public Type specified(InitDeclarator declarator, Specifiers specifiers) {
        return new TypeReader(scope(declarator)).base(specifiers);
    }

    /** What a declarator declares, in a function too. Empty for one without a name. */
    public Optional<Declared> declared(InitDeclarator declarator) {
        return declarator.declarator().name()
                .flatMap(name -> scope(declarator).lookup(name.text(), declarator.end()))
                .flatMap(it -> it instanceof Declared found && found.declaration().equals(declarator)
                        ? Optional.of(found)
                        : Optional.empty());
    }

    /** What the text of a function uses of what is declared outside of functions, in the order of the text. */
    public List<Use> uses(FunctionDefinition function) {
        return file.uses(function);
    }

    /** The same with what the inline functions use that it calls, and those that they call. */
    public List<Use> usesThroughInlines(FunctionDefinition function) {
        List<Use> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Deque<FunctionDefinition> pending = new ArrayDeque<>(List.of(function));
        seen.add(function.name());
        while (!pending.isEmpty()) {
            for (Use use : uses(pending.remove())) {
                all.add(use);
                if (use.kind() == Use.Kind.CALL && seen.add(use.target().name())) {
                    function(use.target().name()).filter(DeclaredFunction::isInline)
                            .flatMap(DeclaredFunction::definition).ifPresent(pending::add);
                }
            }
        }
        return List.copyOf(all);
    }

    /** The values of an initialiser, each with the part of the variable that it is for; none without one. */
    public List<InitializedPart> initialized(Declared declared) {
        return declared.initializer()
                .map(it -> new InitializerReader(declared.scope()).read(Redeclared.type(declared), it).parts())
                .orElse(List.of());
    }

    /** The same of a compound literal. */
    public List<InitializedPart> initialized(Expression.CompoundLiteral literal) {
        return new InitializerReader(scope(literal)).read(type(literal), literal.initializer()).parts();
    }

    Scope scope(Node node) {
        return places.scope(node);
    }

    private List<Declared> declarations(String name) {
        List<Declared> all = new ArrayList<>();
        for (FileScope scope : scopes(Part.ALL)) {
            List<Declared> own = new ArrayList<>();
            Optional<Symbol> symbol = scope.own(name);
            while (symbol.isPresent()) {
                if (symbol.get() instanceof Declared declared) {
                    own.addFirst(declared);
                }
                symbol = symbol.get().earlier();
            }
            all.addAll(own);
        }
        return all;
    }

    private List<FileScope> scopes(Part part) {
        List<FileScope> scopes = new ArrayList<>();
        if (part == Part.ALL || file.symbols().isEmpty()) {
            file.headers().ifPresent(scopes::add);
        }
        scopes.add(file);
        return scopes;
    }

    /** Of each name all declarations of this kind, those of headers first. */
    private List<List<Declared>> entities(Part part, java.util.function.Predicate<Declared> kind) {
        Map<String, List<Declared>> byName = new LinkedHashMap<>();
        for (FileScope scope : scopes(part)) {
            for (Symbol symbol : scope.symbols()) {
                if (symbol instanceof Declared declared && !byName.containsKey(declared.name())
                        && isWanted(part, declared.node()) && kind.test(declared)) {
                    byName.put(declared.name(), declarations(declared.name()).stream().filter(kind).toList());
                }
            }
        }
        return List.copyOf(byName.values());
    }

    private List<Tag> tags(Part part) {
        return scopes(part).stream().flatMap(it -> it.tags().defined().stream()).distinct().toList();
    }

    private boolean isWanted(Part part, Node node) {
        return part == Part.ALL || unit.isInMainFile(node);
    }
}

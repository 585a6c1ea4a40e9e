package org.klpls.core.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.klpls.c.ast.Declaration;
import org.klpls.c.ast.Derivation;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.ExternalDeclaration;
import org.klpls.c.ast.FunctionDefinition;
import org.klpls.c.ast.HeaderDeclarations;
import org.klpls.c.ast.InitDeclarator;
import org.klpls.c.ast.Name;
import org.klpls.c.ast.Node;
import org.klpls.c.ast.Storage;
import org.klpls.c.ast.Walker;

/** The variables that tables are made of: those of livepatch's structs, and arrays of char that hold names. */
final class Variables {
    /**
     * @param struct tag of its struct; empty for other types
     * @param type of a struct, or of an array of structs; empty for pointers and what is no struct
     */
    record Variable(String name, Optional<String> struct, Optional<StaticType> type, boolean isExtern,
            InitDeclarator declarator) {
        boolean isArray() {
            List<Derivation> derivations = derivations();
            return derivations.size() == 1 && derivations.getFirst() instanceof Derivation.Array;
        }

        boolean isPlain() {
            return derivations().isEmpty();
        }

        private List<Derivation> derivations() {
            return type.map(StaticType::derivations).orElse(declarator.declarator().derivations());
        }

        Name nameNode() {
            return declarator.declarator().name().orElseThrow();
        }
    }

    /** The members that rules judge, by struct. */
    private static final Map<String, Set<String>> MEMBERS = Map.of("klp_patch", Set.of("objs"), "klp_object",
            Set.of("name", "funcs"), "klp_func", Set.of("old_name", "new_func", "old_sympos"));

    /** In a struct that holds such structs each of them counts, but a name, which others have too. */
    private static final Set<String> ALL_MEMBERS = Set.of("objs", "funcs", "old_name", "new_func", "old_sympos");

    private final Map<String, Variable> byName = new LinkedHashMap<>();
    private final StructDefinitions definitions;
    private final RunTimeMembers runTime;
    private final List<RunTimeMembers.Member> filledAtRunTime;

    Variables(Tree tree) {
        definitions = new StructDefinitions(tree);
        ofHeaders(tree.unit().headers()).values()
                .forEach(declaration -> add(declaration, tree));
        for (ExternalDeclaration external : tree.unit().ownDeclarations()) {
            if (external instanceof Declaration declaration) {
                definitions.add(declaration);
                add(declaration, tree);
            } else if (external instanceof FunctionDefinition function && tree.inMainFile(function)) {
                locals(function).forEach(local -> {
                    definitions.add(local);
                    add(local, tree);
                });
            }
        }
        runTime = RunTimeMembers.of(tree);
        filledAtRunTime = runTime.members();
    }

    private static List<Declaration> locals(FunctionDefinition function) {
        List<Declaration> locals = new ArrayList<>();
        function.body().ifPresent(body -> locals.addAll(Walker.all(Declaration.class, (Node) body)));
        return locals;
    }

    /** The headers' declarations that may be of livepatch's structs: those with such words in them, or with a typedef's name for one. */
    private static SortedMap<Integer, Declaration> ofHeaders(HeaderDeclarations headers) {
        SortedMap<Integer, Declaration> found = new TreeMap<>();
        int[] next = headers.mentioningWordsWith("klp_");
        while (next.length > 0) {
            Set<String> typedefs = new HashSet<>();
            for (int index : next) {
                if (headers.all().get(index) instanceof Declaration declaration
                        && found.put(index, declaration) == null && declaration.isTypedef()) {
                    declaration.declarators().stream().flatMap(it -> it.declarator().name().stream())
                            .forEach(name -> typedefs.add(name.text()));
                }
            }
            next = typedefs.isEmpty() ? new int[0] : headers.mentioning(typedefs);
        }
        return found;
    }

    private void add(Declaration declaration, Tree tree) {
        if (declaration.specifiers().storage().contains(Storage.TYPEDEF)) {
            return;
        }
        Optional<StaticType> words = definitions.type(declaration.specifiers().type())
                .or(() -> StaticType.of(declaration, tree));
        Optional<String> tag = words.flatMap(StaticType::tag);
        boolean ofLivepatch = tag.filter(t -> t.startsWith("klp_")).isPresent();
        if (!ofLivepatch && !tree.inMainFile(declaration)) {
            return;
        }
        boolean isExtern = declaration.specifiers().storage().contains(Storage.EXTERN);
        for (InitDeclarator declarator : declaration.declarators()) {
            Optional<StaticType> type = words.filter(_ -> StaticType.isInPlace(declarator.declarator()))
                    .map(w -> w.in(declarator.declarator()));
            declarator.declarator().name().map(Name::text).filter(name -> !name.isEmpty()).ifPresent(name -> byName
                    .merge(name, new Variable(name, tag, type, isExtern, declarator), Variables::better));
        }
    }

    /** Of several declarations of one name the one with the initialiser; of two such, the file's own. */
    private static Variable better(Variable earlier, Variable later) {
        boolean useLater = earlier.declarator().initializer().isEmpty()
                && (later.declarator().initializer().isPresent() || earlier.isExtern());
        return useLater ? later : earlier;
    }

    Optional<Variable> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** What makes a table another one than its initialiser says, wholly or in a place that is not known. */
    Optional<Expression.Assignment> filledAtRunTime(Variable variable) {
        Set<String> members = MEMBERS.getOrDefault(variable.struct().orElse(""), ALL_MEMBERS);
        return filledAtRunTime.stream()
                .filter(m -> m.variable().isEmpty() || m.variable().get().equals(variable.name()))
                .filter(m -> !(variable.isArray() && m.index().isPresent() && m.name().isPresent()))
                .filter(m -> m.name().isEmpty()
                        ? m.variable().isPresent()
                        : members.contains(m.name().get())
                                && (m.variable().isPresent() || isOnlyLivepatchs(m.name().get())))
                .map(RunTimeMembers.Member::assignment).findFirst();
    }

    boolean isFilledAtRunTime(Variable variable) {
        return filledAtRunTime(variable).isPresent();
    }

    /** What code assigns to members of this element of an array, by member. */
    Map<String, List<Expression>> assignedTo(String array, long index) {
        Map<String, List<Expression>> assigned = new LinkedHashMap<>();
        filledAtRunTime.stream().filter(m -> m.variable().filter(array::equals).isPresent())
                .filter(m -> m.index().orElse(-1) == index).forEach(m -> m.name().ifPresent(name -> assigned
                        .computeIfAbsent(name, _ -> new ArrayList<>()).add(m.assignment().value())));
        return assigned;
    }

    /** Whether code assigns members of an element at this index or behind it. */
    boolean isAssignedFrom(String array, long index) {
        return filledAtRunTime.stream().anyMatch(
                m -> m.variable().filter(array::equals).isPresent() && m.index().orElse(-1) >= index);
    }

    /** Whether code assigns this member, of the variable itself or of whatever a pointer leads to. */
    boolean isAssigned(Variable variable, String member) {
        return filledAtRunTime.stream().filter(m -> m.name().filter(member::equals).isPresent())
                .anyMatch(m -> m.variable().isEmpty() || m.variable().get().equals(variable.name()));
    }

    /** Behind a pointer only its name tells whose member it is; other structs have a {@code name} too. */
    private static boolean isOnlyLivepatchs(String member) {
        return !member.equals("name");
    }

    List<Variable> all() {
        return List.copyOf(byName.values());
    }

    StructDefinitions definitions() {
        return definitions;
    }

    /** Pointers to this struct that lead to memory of their own, and what is assigned through each, by member. */
    Map<Variable, Map<String, List<Expression>>> onTheHeap(String tag) {
        Map<Variable, Map<String, List<Expression>>> found = new LinkedHashMap<>();
        byName.values().stream().filter(v -> v.struct().filter(tag::equals).isPresent() && v.type().isEmpty())
                .filter(v -> runTime.isOnTheHeap(v.name()))
                .forEach(v -> found.put(v, runTime.assignedThrough(v.name())));
        return found;
    }

    /** What code gives to this member of a variable, where it is one value and nothing else can be meant. */
    Optional<Expression> onlyAssigned(Variable variable, String member) {
        List<RunTimeMembers.Member> all = filledAtRunTime.stream()
                .filter(m -> m.variable().isEmpty() || m.variable().get().equals(variable.name()))
                .filter(m -> m.name().isEmpty() ? m.variable().isPresent() : m.name().get().equals(member)).toList();
        return all.size() == 1 && all.getFirst().variable().isPresent() && all.getFirst().name().isPresent()
                ? Optional.of(all.getFirst().assignment().value())
                : Optional.empty();
    }

    /** The highest element whose members code assigns, plus one. */
    long assignedLength(String array) {
        return filledAtRunTime.stream().filter(m -> m.variable().filter(array::equals).isPresent())
                .mapToLong(m -> m.index().orElse(-1) + 1).max().orElse(0);
    }
}

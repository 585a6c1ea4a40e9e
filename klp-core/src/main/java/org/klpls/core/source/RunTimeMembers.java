package org.klpls.core.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.klpls.c.ast.Declaration;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.ExternalDeclaration;
import org.klpls.c.ast.FunctionDefinition;
import org.klpls.c.ast.InitDeclarator;
import org.klpls.c.ast.Initializer;
import org.klpls.c.ast.Name;
import org.klpls.c.ast.UnaryOperator;
import org.klpls.c.ast.Walker;
import org.klpls.c.types.Constants;

/** What the author's functions assign: {@code funcs[0].old_sympos = 2}, {@code f->old_name = "a"}, {@code funcs[0] = f}. */
final class RunTimeMembers {
    /** A pointer is followed through so many others. */
    private static final int DEPTH = 4;

    /**
     * @param variable the struct, or the array that it is an element of; empty behind a pointer that may lead anywhere
     * @param index which element; empty if it is not known, or there is but one
     * @param name empty for the struct as a whole
     */
    record Member(Optional<String> variable, OptionalLong index, Optional<String> name,
            Expression.Assignment assignment) {}

    /** Where a pointer leads. */
    private sealed interface Target {
        /** Memory of its own, or nothing. */
        record Heap() implements Target {}

        record Variable(String name) implements Target {}

        record Anywhere() implements Target {}
    }

    private final Constants constants;
    /** What each variable is given, in its declaration or by code. */
    private final Map<String, List<Initializer>> values = new HashMap<>();
    private final List<Expression.Assignment> assignments = new ArrayList<>();

    private RunTimeMembers(Tree tree) {
        this.constants = new Constants(tree.unit());
        for (ExternalDeclaration external : tree.unit().ownDeclarations()) {
            if (external instanceof FunctionDefinition function && tree.inMainFile(function)) {
                function.body().ifPresent(body -> {
                    Walker.all(Declaration.class, body).forEach(this::addDeclared);
                    assignments.addAll(Walker.all(Expression.Assignment.class, body));
                });
            } else if (external instanceof Declaration declaration && tree.inMainFile(declaration)) {
                addDeclared(declaration);
            }
        }
        for (Expression.Assignment assignment : assignments) {
            if (assignment.target() instanceof Expression.Identifier name) {
                values.computeIfAbsent(name.name(), _ -> new ArrayList<>()).add(assignment.value());
            }
        }
    }

    static RunTimeMembers of(Tree tree) {
        return new RunTimeMembers(tree);
    }

    List<Member> members() {
        return assignments.stream().flatMap(assignment -> member(assignment).stream()).toList();
    }

    /** Whether all that this pointer is ever given is memory of its own. */
    boolean isOnTheHeap(String pointer) {
        return values.containsKey(pointer) && ofVariable(pointer, 0) instanceof Target.Heap;
    }

    /** Values of {@code pointer->member = value}, by member. */
    Map<String, List<Expression>> assignedThrough(String pointer) {
        Map<String, List<Expression>> assigned = new LinkedHashMap<>();
        for (Expression.Assignment assignment : assignments) {
            if (assignment.target() instanceof Expression.Member member && member.arrow()
                    && member.object() instanceof Expression.Identifier name && name.name().equals(pointer)) {
                assigned.computeIfAbsent(member.name().text(), _ -> new ArrayList<>()).add(assignment.value());
            }
        }
        return assigned;
    }

    private void addDeclared(Declaration declaration) {
        for (InitDeclarator declarator : declaration.declarators()) {
            Optional<String> name = declarator.declarator().name().map(Name::text);
            if (name.isPresent() && declarator.initializer().isPresent()) {
                values.computeIfAbsent(name.get(), _ -> new ArrayList<>()).add(declarator.initializer().get());
            }
        }
    }

    private Optional<Member> member(Expression.Assignment assignment) {
        Expression target = assignment.target();
        while (target instanceof Expression.Parenthesized p) {
            target = p.inner();
        }
        if (target instanceof Expression.Member member) {
            return member(member.object(), member.arrow(), Optional.of(member.name().text()), assignment);
        }
        return member(target, false, Optional.empty(), assignment);
    }

    private Optional<Member> member(Expression object, boolean behindPointer, Optional<String> name,
            Expression.Assignment assignment) {
        if (behindPointer) {
            return of(target(object, 0), OptionalLong.empty(), name, assignment);
        }
        return switch (object) {
            case Expression.Identifier variable ->
                Optional.of(new Member(Optional.of(variable.name()), OptionalLong.empty(), name, assignment));
            case Expression.Parenthesized p -> member(p.inner(), false, name, assignment);
            // a member of a member: which one is not kept
            case Expression.Member outer -> member(outer.object(), outer.arrow(), name, assignment);
            case Expression.Index index when index.array() instanceof Expression.Identifier array
                    && !isHeap(array) ->
                Optional.of(new Member(Optional.of(array.name()), constants.value(index.index()), name, assignment));
            case Expression.Index index ->
                member(index.array(), false, name, assignment).filter(_ -> !isHeap(index.array()));
            case Expression.Unary unary when unary.operator() == UnaryOperator.DEREFERENCE ->
                of(target(unary.operand(), 0), OptionalLong.empty(), name, assignment);
            default -> Optional.empty();
        };
    }

    private static Optional<Member> of(Target target, OptionalLong index, Optional<String> name,
            Expression.Assignment assignment) {
        return switch (target) {
            case Target.Heap _ -> Optional.empty();
            case Target.Variable(String variable) ->
                Optional.of(new Member(Optional.of(variable), index, name, assignment));
            case Target.Anywhere _ -> Optional.of(new Member(Optional.empty(), index, name, assignment));
        };
    }

    private boolean isHeap(Expression pointer) {
        return pointer instanceof Expression.Identifier name && values.containsKey(name.name())
                && target(name, 0) instanceof Target.Heap;
    }

    private Target target(Initializer pointer, int depth) {
        if (depth > DEPTH) {
            return new Target.Anywhere();
        }
        return switch (pointer) {
            case Expression.Parenthesized p -> target(p.inner(), depth + 1);
            case Expression.Cast cast -> target(cast.operand(), depth + 1);
            case Expression.Unary unary when unary.operator() == UnaryOperator.ADDRESS ->
                target(unary.operand(), depth + 1);
            case Expression.Index index -> target(index.array(), depth + 1);
            case Expression.Identifier name -> ofVariable(name.name(), depth);
            case Expression e when isAllocation(e) || constants.value(e).orElse(1) == 0 -> new Target.Heap();
            default -> new Target.Anywhere();
        };
    }

    /** What all that a variable is ever given has in common; one that is given nothing but a list is itself the place. */
    private Target ofVariable(String name, int depth) {
        List<Initializer> given = values.getOrDefault(name, List.of());
        if (given.stream().anyMatch(org.klpls.c.ast.InitializerList.class::isInstance)) {
            return new Target.Variable(name);
        }
        List<Target> targets = given.stream().map(value -> target(value, depth + 1)).distinct().toList();
        return targets.size() == 1 ? targets.getFirst() : new Target.Anywhere();
    }

    /** kzalloc() and its like; newer kernels make macros of them, so any name inside counts. */
    private static boolean isAllocation(Expression value) {
        return Walker.all(Expression.Identifier.class, value).stream().anyMatch(n -> n.name().contains("alloc"));
    }
}

package org.klpls.core.source;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.ExternalDeclaration;
import org.klpls.c.ast.FunctionDefinition;
import org.klpls.c.ast.Walker;

/** What the author's functions assign: {@code funcs[0].old_sympos = 2}, {@code f->old_name = "a"}, {@code funcs[0] = f}. */
final class RunTimeMembers {
    private RunTimeMembers() {}

    /**
     * @param variable the struct, or the array that it is an element of; empty behind a pointer
     * @param name empty for the struct as a whole
     */
    record Member(Optional<String> variable, Optional<String> name) {}

    static Set<Member> of(Tree tree) {
        Set<Member> members = new HashSet<>();
        for (ExternalDeclaration external : tree.declarations()) {
            if (external instanceof FunctionDefinition function && tree.inMainFile(function)) {
                function.body().ifPresent(body -> Walker.all(Expression.Assignment.class, body)
                        .forEach(assignment -> target(assignment.target()).ifPresent(members::add)));
            }
        }
        return members;
    }

    private static Optional<Member> target(Expression target) {
        return switch (target) {
            case Expression.Parenthesized p -> target(p.inner());
            case Expression.Member member when member.arrow() ->
                Optional.of(new Member(Optional.empty(), Optional.of(member.name().text())));
            case Expression.Member member -> variable(member.object())
                    .map(variable -> new Member(Optional.of(variable), Optional.of(member.name().text())));
            default -> variable(target).map(variable -> new Member(Optional.of(variable), Optional.empty()));
        };
    }

    private static Optional<String> variable(Expression struct) {
        return switch (struct) {
            case Expression.Identifier name -> Optional.of(name.name());
            case Expression.Parenthesized p -> variable(p.inner());
            case Expression.Index index -> variable(index.array());
            default -> Optional.empty();
        };
    }
}

package org.klpls.c.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.klpls.c.ast.Expression;
import org.klpls.c.ast.Statement;

/** Collects {@code if ... else if ...}, of which each stands in the else of the one before. */
final class IfChain {
    private record Branch(int first, Expression condition, Statement then) {}

    private final List<Branch> branches = new ArrayList<>(1);

    void add(int first, Expression condition, Statement then) {
        branches.add(new Branch(first, condition, then));
    }

    int length() {
        return branches.size();
    }

    /** @param last the else without an if */
    Statement build(int end, Optional<Statement> last) {
        Branch innermost = branches.getLast();
        Statement built = new Statement.If(innermost.first, end, innermost.condition, innermost.then, last);
        for (Branch branch : branches.reversed().subList(1, branches.size())) {
            built = new Statement.If(branch.first, end, branch.condition, branch.then, Optional.of(built));
        }
        return built;
    }
}

package org.klpls.core.rules.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.klpls.c.ast.Declaration;
import org.klpls.c.ast.Designator;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.ExternalDeclaration;
import org.klpls.c.ast.FunctionDefinition;
import org.klpls.c.ast.Name;
import org.klpls.c.ast.TypeSpecifier;
import org.klpls.c.ast.Walker;
import org.klpls.c.text.SourceRange;
import org.klpls.c.types.Program;

/** Where the author uses livepatch's interface. */
final class InterfaceUses {
    /** @param name of the function, the struct or the member */
    record Use(String name, SourceRange place) {}

    private final SourceContext context;

    InterfaceUses(SourceContext context) {
        this.context = context;
    }

    List<Use> calls(String function) {
        return context.source().code().calls(function).stream().map(call -> new Use(function, call.place())).toList();
    }

    /** The structs of livepatch that the author's variables are. */
    List<Use> structs() {
        List<Use> found = new ArrayList<>();
        for (ExternalDeclaration external : context.source().code().unit().mainDeclarations()) {
            if (external instanceof Declaration declaration && !declaration.declarators().isEmpty()) {
                tag(declaration).ifPresent(tag -> found
                        .add(new Use(tag, context.source().code().place(declaration.specifiers().type()))));
            }
        }
        return found;
    }

    /** The members of livepatch's structs that the author's initialisers and assignments give a value. */
    List<Use> members() {
        List<Use> found = new ArrayList<>();
        Program program = Program.of(context.source().code().unit());
        for (ExternalDeclaration external : context.source().code().unit().mainDeclarations()) {
            if (external instanceof Declaration declaration && tag(declaration).isPresent()) {
                Walker.all(Designator.Member.class, declaration).forEach(member -> found
                        .add(new Use(member.name().text(), context.source().code().place(member))));
            } else if (external instanceof FunctionDefinition function) {
                Walker.all(Expression.Assignment.class, context.source().code().unit().body(function)).stream()
                        .flatMap(assignment -> member(assignment.target()).stream())
                        .filter(member -> program.type(member.object()).text().contains("struct klp_"))
                        .forEach(member -> found
                                .add(new Use(member.name().text(), context.source().code().place(member.name()))));
            }
        }
        return found;
    }

    private static Optional<Expression.Member> member(Expression target) {
        return target instanceof Expression.Member member ? Optional.of(member) : Optional.empty();
    }

    private static Optional<String> tag(Declaration declaration) {
        return declaration.specifiers().type() instanceof TypeSpecifier.Struct struct
                ? struct.tag().map(Name::text).filter(tag -> tag.startsWith("klp_"))
                : Optional.empty();
    }
}

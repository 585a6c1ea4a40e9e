package org.klpls.core.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.klpls.c.ast.Declaration;
import org.klpls.c.ast.Derivation;
import org.klpls.c.ast.ExternalDeclaration;
import org.klpls.c.ast.FunctionDefinition;
import org.klpls.c.ast.InitDeclarator;
import org.klpls.c.ast.Name;
import org.klpls.c.ast.Node;
import org.klpls.c.ast.Storage;
import org.klpls.c.ast.TypeSpecifier;
import org.klpls.c.ast.Walker;

/** The variables that tables are made of: those of livepatch's structs, and arrays of char that hold names. */
final class Variables {
    /** @param struct tag of its struct; empty for other types */
    record Variable(String name, Optional<String> struct, InitDeclarator declarator) {
        boolean isArray() {
            List<Derivation> derivations = declarator.declarator().derivations();
            return derivations.size() == 1 && derivations.getFirst() instanceof Derivation.Array;
        }

        boolean isPlain() {
            return declarator.declarator().derivations().isEmpty();
        }

        Name nameNode() {
            return declarator.declarator().name().orElseThrow();
        }
    }

    private final Map<String, Variable> byName = new LinkedHashMap<>();
    /** Tags of livepatch's structs by the typedefs for them. */
    private final Map<String, String> typedefs = new HashMap<>();
    private final Set<RunTimeMembers.Member> filledAtRunTime;

    Variables(Tree tree) {
        for (ExternalDeclaration external : tree.declarations()) {
            if (external instanceof Declaration declaration) {
                add(declaration, tree);
            } else if (external instanceof FunctionDefinition function && tree.inMainFile(function)) {
                locals(function).forEach(local -> add(local, tree));
            }
        }
        filledAtRunTime = RunTimeMembers.of(tree);
    }

    private static List<Declaration> locals(FunctionDefinition function) {
        List<Declaration> locals = new ArrayList<>();
        function.body().ifPresent(body -> locals.addAll(Walker.all(Declaration.class, (Node) body)));
        return locals;
    }

    private void add(Declaration declaration, Tree tree) {
        if (declaration.specifiers().storage().contains(Storage.TYPEDEF)) {
            addTypedef(declaration);
            return;
        }
        Optional<String> struct = struct(declaration);
        boolean ofLivepatch = struct.filter(tag -> tag.startsWith("klp_")).isPresent();
        if (!ofLivepatch && !tree.inMainFile(declaration)) {
            return;
        }
        for (InitDeclarator declarator : declaration.declarators()) {
            declarator.declarator().name().map(Name::text).filter(name -> !name.isEmpty())
                    .ifPresent(name -> byName.merge(name, new Variable(name, struct, declarator), Variables::better));
        }
    }

    private void addTypedef(Declaration declaration) {
        struct(declaration).filter(tag -> tag.startsWith("klp_")).ifPresent(tag -> {
            for (InitDeclarator declarator : declaration.declarators()) {
                if (declarator.declarator().derivations().isEmpty()) {
                    declarator.declarator().name().ifPresent(name -> typedefs.put(name.text(), tag));
                }
            }
        });
    }

    private Optional<String> struct(Declaration declaration) {
        return switch (declaration.specifiers().type()) {
            case TypeSpecifier.Struct s -> s.tag().map(Name::text);
            case TypeSpecifier.TypedefName name -> Optional.ofNullable(typedefs.get(name.name()));
            default -> Optional.empty();
        };
    }

    /** Of several declarations of one name the one with the initialiser; of two such, the file's own. */
    private static Variable better(Variable earlier, Variable later) {
        boolean useLater = earlier.declarator().initializer().isEmpty() && later.declarator().initializer().isPresent();
        return useLater ? later : earlier;
    }

    Optional<Variable> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Whether code assigns what a table says, so that its initialiser is not what the kernel gets to see. */
    boolean isFilledAtRunTime(Variable variable) {
        Set<String> members = switch (variable.struct().orElse("")) {
            case "klp_patch" -> Set.of("objs");
            case "klp_object" -> Set.of("name", "funcs");
            case "klp_func" -> Set.of("old_name", "new_func", "old_sympos");
            default -> Set.of();
        };
        Optional<String> name = Optional.of(variable.name());
        return filledAtRunTime.contains(new RunTimeMembers.Member(name, Optional.empty()))
                || members.stream().map(Optional::of)
                        .anyMatch(member -> filledAtRunTime.contains(new RunTimeMembers.Member(name, member))
                                || isOnlyLivepatchs(member.get())
                                        && filledAtRunTime
                                                .contains(new RunTimeMembers.Member(Optional.empty(), member)));
    }

    /** Whether code assigns this member, of the variable itself or of whatever a pointer leads to. */
    boolean isAssigned(Variable variable, String member) {
        return filledAtRunTime.contains(new RunTimeMembers.Member(Optional.of(variable.name()), Optional.of(member)))
                || filledAtRunTime.contains(new RunTimeMembers.Member(Optional.empty(), Optional.of(member)));
    }

    /** Behind a pointer only its name tells whose member it is; other structs have a {@code name} too. */
    private static boolean isOnlyLivepatchs(String member) {
        return !member.equals("name");
    }

    /** All single variables of this struct, in the order of the text. */
    List<Variable> ofStruct(String tag) {
        return byName.values().stream().filter(v -> v.struct().filter(tag::equals).isPresent())
                .filter(Variable::isPlain).toList();
    }
}

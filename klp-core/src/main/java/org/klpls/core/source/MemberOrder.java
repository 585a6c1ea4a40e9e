package org.klpls.core.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.klpls.c.ast.Declaration;
import org.klpls.c.ast.ExternalDeclaration;
import org.klpls.c.ast.MemberDeclaration;
import org.klpls.c.ast.Name;
import org.klpls.c.ast.StructItem;
import org.klpls.c.ast.TypeSpecifier;

/**
 * Members of livepatch's structs in their order, for initialisers without designators: as the headers declare them, or
 * where these are not known, as all kernels since v5.1 begin them (include/linux/livepatch.h).
 */
final class MemberOrder {
    private final Map<String, List<String>> members = new HashMap<>(Map.of(
            "klp_func", List.of("old_name", "new_func", "old_sympos"),
            "klp_object", List.of("name", "funcs", "callbacks"),
            "klp_state", List.of("id", "version", "data"),
            "klp_patch", List.of("mod", "objs", "states", "replace")));
    private final List<String> defined = new ArrayList<>();

    MemberOrder(Tree tree) {
        for (String tag : List.copyOf(members.keySet())) {
            tree.declarationsWith(tag).forEach(external -> add(tag, external));
        }
    }

    private void add(String tag, ExternalDeclaration external) {
        if (external instanceof Declaration declaration
                && declaration.specifiers().type() instanceof TypeSpecifier.Struct struct
                && struct.tag().map(Name::text).filter(tag::equals).isPresent() && struct.items().isPresent()) {
            members.put(tag, names(struct.items().get()));
            defined.add(tag);
        }
    }

    List<String> of(String tag) {
        return members.getOrDefault(tag, List.of());
    }

    /** Whether the headers that declare livepatch's structs were read. */
    boolean isKnown() {
        return defined.contains("klp_func");
    }

    private static List<String> names(List<StructItem> items) {
        List<String> names = new ArrayList<>();
        for (StructItem item : items) {
            if (item instanceof MemberDeclaration member) {
                member.declarators().forEach(d -> d.declarator().name().ifPresent(n -> names.add(n.text())));
            }
        }
        return names;
    }
}

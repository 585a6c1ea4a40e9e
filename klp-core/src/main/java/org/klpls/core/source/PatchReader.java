package org.klpls.core.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.Initializer;
import org.klpls.c.ast.InitializerList;
import org.klpls.c.ast.Walker;
import org.klpls.c.text.SourceRange;
import org.klpls.core.model.KlpObject;
import org.klpls.core.model.KlpPatch;
import org.klpls.core.model.KlpState;
import org.klpls.core.model.KlpTable;
import org.klpls.core.model.Located;
import org.klpls.core.model.Place;
import org.klpls.core.model.TableEnd;
import org.klpls.core.source.TableItems.Field;
import org.klpls.core.source.Variables.Variable;

/** Patches out of their initialisers, or of what code assigns to them. */
final class PatchReader {
    private final Tree tree;
    private final Variables variables;
    private final TableReader tables;
    private final List<PatchMembers> members = new ArrayList<>();

    PatchReader(Tree tree, TableReader tables) {
        this.tree = tree;
        this.variables = tables.variables();
        this.tables = tables;
    }

    List<KlpPatch> patches() {
        List<KlpPatch> patches = new ArrayList<>(
                tables.objects().ofStruct("klp_patch").stream().map(this::patch).toList());
        variables.onTheHeap("klp_patch").forEach((pointer, given) -> Optional.ofNullable(given.get("objs"))
                .filter(values -> values.size() == 1)
                .ifPresent(values -> patches.add(onTheHeap(pointer, values.getFirst()))));
        return patches;
    }

    /** What the patches that were read say beside their objects. */
    List<PatchMembers> members() {
        return members;
    }

    private KlpPatch patch(StaticPart part) {
        Place place = part.isWholeVariable() ? tree.place(part.node()) : tree.firstPlace(part.node());
        Optional<Expression> assigned = variables.onlyAssigned(part.variable(), "objs");
        Map<String, Field> fields = new LinkedHashMap<>(
                tables.fields(part.list().map(InitializerList::items).orElse(List.of()), "klp_patch"));
        boolean isGiven = assigned.isPresent() && part.isWholeVariable() && !fields.containsKey("objs");
        assigned.filter(_ -> isGiven)
                .ifPresent(value -> fields.put("objs", new Field(value, Optional.empty())));
        if (!isGiven && (part.list().isEmpty() || tables.isFilledAtRunTime(part.variable()))) {
            return new KlpPatch(part.name(), false, TableReader.unknown(place), place);
        }
        boolean replace = tables.constant(fields, "replace").orElse(0) != 0;
        KlpTable<KlpObject> table = Optional.ofNullable(fields.get("objs"))
                .map(field -> tables.table(field.value(), place, "klp_object", tables::object))
                .orElseGet(
                        () -> new KlpTable<>(Optional.empty(), List.of(), List.of(), TableEnd.NO_TABLE, place, place));
        assigned.filter(_ -> isGiven).ifPresent(value -> tables.addChange(value,
                table.end() == TableEnd.UNKNOWN ? RunTimeChange.Effect.TABLE : RunTimeChange.Effect.KNOWN));
        members.add(members(part, fields, table, place));
        return new KlpPatch(part.name(), replace, table, place);
    }

    /** Memory of its own that is given a static table. */
    private KlpPatch onTheHeap(Variable pointer, Expression objs) {
        Place place = tree.place(pointer.nameNode());
        return new KlpPatch(pointer.name(), false, tables.table(objs, place, "klp_object", tables::object), place);
    }

    private PatchMembers members(StaticPart part, Map<String, Field> fields, KlpTable<KlpObject> table,
            Place place) {
        Optional<Initializer> mod = Optional.ofNullable(fields.get("mod")).map(Field::value);
        Optional<KlpTable<KlpState>> states = Optional.ofNullable(fields.get("states"))
                .map(field -> tables.table(field.value(), place, "klp_state", this::state));
        return new PatchMembers(part.name(),
                variables.isAssigned(part.variable(), "mod") ? PatchMembers.Mod.UNKNOWN : mod(mod),
                mod.map(tree::range),
                states,
                table.entries().stream().flatMap(o -> Optional.ofNullable(tables.callbacks().get(o.place())).stream())
                        .toList());
    }

    private PatchMembers.Mod mod(Optional<Initializer> value) {
        if (value.isEmpty()) {
            return PatchMembers.Mod.MISSING;
        }
        // without -DMODULE it is NULL: then the file is compiled in another way than it will be
        SourceRange range = tree.range(value.get());
        if (range.source().slice(range.span()).contains("THIS_MODULE") || namesThisModule(value.get())) {
            return PatchMembers.Mod.OWN;
        }
        return tables.texts().isNull(value.get()) ? PatchMembers.Mod.MISSING : PatchMembers.Mod.OTHER;
    }

    private static boolean namesThisModule(Initializer value) {
        return Walker.all(Expression.Identifier.class, value).stream().anyMatch(n -> n.name().equals("__this_module"));
    }

    private TableReader.ReadEntry<KlpState> state(TableReader.Entry entry) {
        Optional<Field> field = Optional.ofNullable(entry.fields().get("id"));
        OptionalLong id = tables.constant(entry, "id");
        if (field.isPresent() != id.isPresent()) {
            return new TableReader.ReadEntry<>(Optional.empty(), false);
        }
        KlpState state = new KlpState(field.map(f -> new Located<>(id.getAsLong(), tree.place(f.value()))),
                entry.place());
        return new TableReader.ReadEntry<>(Optional.of(state), state.isTerminator());
    }

}

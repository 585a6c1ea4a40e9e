package org.klpls.core.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.klpls.c.ast.Derivation;
import org.klpls.c.ast.Designator;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.Initializer;
import org.klpls.c.ast.InitializerItem;
import org.klpls.c.ast.InitializerList;
import org.klpls.c.ast.UnaryOperator;
import org.klpls.c.ast.Walker;
import org.klpls.c.text.SourceRange;
import org.klpls.c.types.Constants;
import org.klpls.c.types.InitializerFields;
import org.klpls.c.types.InitializerFields.Element;
import org.klpls.c.types.InitializerFields.Field;
import org.klpls.core.model.KlpFunc;
import org.klpls.core.model.KlpObject;
import org.klpls.core.model.KlpPatch;
import org.klpls.core.model.KlpState;
import org.klpls.core.model.KlpTable;
import org.klpls.core.model.Located;
import org.klpls.core.model.Place;
import org.klpls.core.model.TableEnd;
import org.klpls.core.source.ConstantText.Value;
import org.klpls.core.source.Variables.Variable;

/** Patches, objects and funcs out of their initialisers. What cannot be read for sure is left out, and noted. */
final class TableReader {
    private final Tree tree;
    private final Variables variables;
    private final Constants constants;
    private final MemberOrder order;
    private final ConstantText texts;
    private final List<SourceWord> words = new ArrayList<>();
    private final List<SourceRange> unread = new ArrayList<>();
    private final List<SourceRange> atRunTime = new ArrayList<>();
    private final List<PatchMembers> members = new ArrayList<>();
    private final Map<Place, SourceRange> callbacks = new HashMap<>();
    /** One array may serve several objects; it is read once. */
    private final Map<String, KlpTable<KlpFunc>> funcTables = new HashMap<>();

    TableReader(Tree tree, MemberOrder order) {
        this.tree = tree;
        this.variables = new Variables(tree);
        this.constants = new Constants(tree.unit());
        this.order = order;
        this.texts = new ConstantText(tree, variables, constants);
    }

    List<KlpPatch> patches() {
        return variables.ofStruct("klp_patch").stream().map(this::patch).toList();
    }

    /** What the patches that were read say beside their objects. */
    List<PatchMembers> members() {
        return members;
    }

    /** Members and names that were passed on the way. */
    List<SourceWord> words() {
        return words;
    }

    /** What code assigns to tables or to parts of them. */
    List<SourceRange> atRunTime() {
        return atRunTime.stream().distinct().toList();
    }

    /** Entries that are there and could not be read. */
    List<SourceRange> unread() {
        return unread;
    }

    private KlpPatch patch(Variable variable) {
        Place place = tree.place(variable.nameNode());
        Optional<InitializerList> list = variable.declarator().initializer()
                .flatMap(i -> i instanceof InitializerList l ? Optional.of(l) : Optional.empty());
        if (list.isEmpty() || isFilledAtRunTime(variable)) {
            return new KlpPatch(variable.name(), false, unknown(place), place);
        }
        Map<String, Field> fields = fields(list.get().items(), "klp_patch");
        boolean replace = constant(fields, "replace").orElse(0) != 0;
        KlpTable<KlpObject> objects = Optional.ofNullable(fields.get("objs"))
                .map(field -> table(field.value(), place, "klp_object", this::object))
                .orElseGet(
                        () -> new KlpTable<>(Optional.empty(), List.of(), List.of(), TableEnd.NO_TABLE, place, place));
        members.add(members(variable, fields, objects, place));
        return new KlpPatch(variable.name(), replace, objects, place);
    }

    private PatchMembers members(Variable variable, Map<String, Field> fields, KlpTable<KlpObject> objects,
            Place place) {
        Optional<Initializer> mod = Optional.ofNullable(fields.get("mod")).map(Field::value);
        Optional<KlpTable<KlpState>> states = Optional.ofNullable(fields.get("states"))
                .map(field -> table(field.value(), place, "klp_state", this::state));
        return new PatchMembers(variable.name(),
                variables.isAssigned(variable, "mod") ? PatchMembers.Mod.UNKNOWN : mod(mod), mod.map(tree::range),
                states, objects.entries().stream().flatMap(o -> Optional.ofNullable(callbacks.get(o.place())).stream())
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
        return texts.isNull(value.get()) ? PatchMembers.Mod.MISSING : PatchMembers.Mod.OTHER;
    }

    private static boolean namesThisModule(Initializer value) {
        return Walker.all(Expression.Identifier.class, value).stream().anyMatch(n -> n.name().equals("__this_module"));
    }

    private ReadEntry<KlpState> state(Entry entry) {
        Optional<Field> field = Optional.ofNullable(entry.fields().get("id"));
        OptionalLong id = constant(entry, "id");
        if (field.isPresent() != id.isPresent()) {
            return new ReadEntry<>(Optional.empty(), false);
        }
        KlpState state = new KlpState(field.map(f -> new Located<>(id.getAsLong(), tree.place(f.value()))),
                entry.place());
        return new ReadEntry<>(Optional.of(state), state.isTerminator());
    }

    private static <T> KlpTable<T> unknown(Place place) {
        return new KlpTable<>(Optional.empty(), List.of(), List.of(), TableEnd.UNKNOWN, place, place);
    }

    /** The array that a member points to: by name, {@code &funcs[0]}, or a compound literal. */
    private <T> KlpTable<T> table(Initializer value, Place user, String tag, Function<Entry, ReadEntry<T>> read) {
        return switch (value) {
            case Expression.Parenthesized p -> table(p.inner(), user, tag, read);
            case Expression.Cast cast -> table(cast.operand(), user, tag, read);
            case Expression.Unary unary when unary.operator() == UnaryOperator.ADDRESS ->
                table(unary.operand(), user, tag, read);
            case Expression.Index index when constants.value(index.index()).orElse(1) == 0 ->
                table(index.array(), user, tag, read);
            case Expression.CompoundLiteral literal ->
                array(Optional.empty(), literal.type().declarator().derivations(), literal.initializer(),
                        tree.place(literal), tag, read);
            case Expression.Identifier name -> variables.named(name.name())
                    .filter(v -> v.struct().filter(tag::equals).isPresent()).map(v -> ofVariable(v, tag, read))
                    .orElseGet(() -> unknown(user));
            case Expression e when texts.isNull(e) ->
                new KlpTable<>(Optional.empty(), List.of(), List.of(), TableEnd.NO_TABLE, user, user);
            default -> unknown(user);
        };
    }

    private <T> KlpTable<T> ofVariable(Variable variable, String tag, Function<Entry, ReadEntry<T>> read) {
        Optional<Initializer> initializer = variable.declarator().initializer();
        if (isFilledAtRunTime(variable)) {
            return unknown(tree.place(variable.nameNode()));
        }
        if (variable.isArray() && initializer.isPresent() && initializer.get() instanceof InitializerList list) {
            return array(Optional.of(variable.name()), variable.declarator().declarator().derivations(), list,
                    tree.place(list), tag, read);
        }
        return unknown(tree.place(variable.nameNode()));
    }

    private boolean isFilledAtRunTime(Variable variable) {
        Optional<Expression.Assignment> how = variables.filledAtRunTime(variable);
        how.ifPresent(assignment -> atRunTime.add(tree.range(assignment)));
        return how.isPresent();
    }

    /**
     * An element as it stands in the text, and its members.
     *
     * @param unknown members that code may change, nobody knows to what
     */
    private record Entry(Place place, Map<String, Field> fields, Set<String> unknown) {}

    /** The element with what code assigns to it: a member that has no value but one assigned has that. */
    private Entry entry(Place place, Map<String, Field> fields, Optional<String> array, long index) {
        Map<String, Field> all = new LinkedHashMap<>(fields);
        Set<String> unknown = new HashSet<>();
        array.map(name -> variables.assignedTo(name, index)).orElse(Map.of()).forEach((member, values) -> {
            values.forEach(value -> atRunTime.add(tree.range(value)));
            if (!fields.containsKey(member) && values.size() == 1) {
                all.put(member, new Field(values.getFirst(), Optional.empty()));
            } else if (!member.equals("new_func")) {
                // whichever replacement it is, the other members are those of this entry
                unknown.add(member);
            }
        });
        return new Entry(place, all, unknown);
    }

    /** @param entry empty: it cannot be read for sure */
    private record ReadEntry<T>(Optional<T> entry, boolean isTerminator) {}

    private <T> KlpTable<T> array(Optional<String> name, List<Derivation> derivations, InitializerList list,
            Place place,
            String tag, Function<Entry, ReadEntry<T>> read) {
        Optional<List<Element>> elements = InitializerFields.ofArray(list, constants);
        if (elements.isEmpty()) {
            return new KlpTable<>(name, List.of(), List.of(), TableEnd.UNKNOWN, place, place);
        }
        List<T> seen = new ArrayList<>();
        List<T> unseen = new ArrayList<>();
        Optional<Place> terminator = Optional.empty();
        long index = -1;
        for (Element element : elements.get()) {
            Place at = tree.place(element.item());
            index++;
            if (element.isLeftOut()) {
                terminator = terminator.or(() -> Optional.of(at));
                continue;
            }
            long position = index;
            ReadEntry<T> entry = tree.isDoubtful(element.item())
                    ? notRead(element)
                    : fields(element, tag).map(fields -> read.apply(entry(at, fields, name, position)))
                            .orElseGet(() -> notRead(element));
            callbacks(element).ifPresent(range -> callbacks.put(at, range));
            if (entry.isTerminator()) {
                terminator = terminator.or(() -> Optional.of(at));
            } else {
                entry.entry().ifPresent(terminator.isPresent() ? unseen::add : seen::add);
            }
        }
        Place brace = new Place.InSource(tree.range(list.end() - 1, list.end()));
        long length = index + 1;
        if (name.filter(n -> variables.isAssignedFrom(n, length)).isPresent()) {
            return new KlpTable<>(name, seen, unseen, TableEnd.UNKNOWN, place, brace);
        }
        TableEnd end = terminator.isPresent()
                ? unseen.isEmpty() ? TableEnd.TERMINATED : TableEnd.EARLY
                : endOfUnterminated(derivations, elements.get(), list);
        return new KlpTable<>(name, seen, unseen, end, place, terminator.orElse(brace));
    }

    /** The member callbacks of an object, as a whole or the first of its parts. */
    private Optional<SourceRange> callbacks(Element element) {
        List<InitializerItem> items = !element.members().isEmpty()
                ? element.members()
                : element.item().value() instanceof InitializerList list ? list.items() : List.of();
        return items.stream().filter(item -> item.designators().stream().findFirst()
                .filter(d -> d instanceof Designator.Member m && m.name().text().equals("callbacks")).isPresent())
                .map(tree::range).findFirst();
    }

    private <T> ReadEntry<T> notRead(Element element) {
        unread.add(tree.range(element.item()));
        return new ReadEntry<>(Optional.empty(), false);
    }

    /** An array that is longer than its initialiser goes on with zeros. Doubtful text is not judged. */
    private TableEnd endOfUnterminated(List<Derivation> derivations, List<Element> elements, InitializerList list) {
        Optional<Expression> size = derivations.stream().findFirst()
                .flatMap(d -> d instanceof Derivation.Array array ? array.size() : Optional.empty());
        // without braces of its own a last NULL is an entry of zeros, or another entry's last member
        boolean lastIsWhole = elements.isEmpty() || !elements.getLast().members().isEmpty()
                || elements.getLast().item().value() instanceof InitializerList;
        if (!lastIsWhole || tree.isDoubtful(list)) {
            return TableEnd.UNKNOWN;
        }
        if (size.isEmpty()) {
            return TableEnd.MISSING;
        }
        OptionalLong length = constants.value(size.get());
        return length.isEmpty()
                ? TableEnd.UNKNOWN
                : length.getAsLong() > elements.size() ? TableEnd.TERMINATED : TableEnd.MISSING;
    }

    private Optional<Map<String, Field>> fields(Element element, String tag) {
        if (!element.members().isEmpty()) {
            return Optional.of(fields(element.members(), tag));
        }
        return element.item().value() instanceof InitializerList list
                ? Optional.of(fields(list.items(), tag))
                : Optional.empty();
    }

    private Map<String, Field> fields(List<InitializerItem> items, String tag) {
        Map<String, Field> fields = InitializerFields.ofStruct(items, order.of(tag));
        fields.values().forEach(field -> field.name().ifPresent(
                name -> words.add(new SourceWord.Field(tree.range(name), tag, name.text()))));
        return fields;
    }

    private ReadEntry<KlpObject> object(Entry entry) {
        Value name = string(entry, "name");
        Optional<KlpTable<KlpFunc>> funcs = Optional.ofNullable(entry.fields().get("funcs"))
                .map(field -> entry.unknown().contains("funcs")
                        ? TableReader.<KlpFunc>unknown(entry.place())
                        : funcs(field.value(), entry.place()))
                .filter(table -> table.end() != TableEnd.NO_TABLE);
        if (name instanceof Value.Unknown) {
            addUnread(entry.place());
            return new ReadEntry<>(Optional.empty(), false);
        }
        Optional<Located<String>> named = known(name);
        KlpObject object = new KlpObject(named, funcs, entry.place());
        named.ifPresent(n -> addWord(n, range -> new SourceWord.Object(range, object)));
        funcs.ifPresent(table -> {
            for (KlpFunc func : table.entries()) {
                func.oldName().ifPresent(n -> addWord(n, range -> new SourceWord.OldName(range, object, func)));
            }
        });
        // Source: include/linux/livepatch.h klp_for_each_object_static(), v6.1
        return new ReadEntry<>(Optional.of(object), named.isEmpty() && funcs.isEmpty());
    }

    private KlpTable<KlpFunc> funcs(Initializer value, Place user) {
        if (value instanceof Expression.Identifier name) {
            KlpTable<KlpFunc> known = funcTables.get(name.name());
            KlpTable<KlpFunc> table = known == null ? table(value, user, "klp_func", this::func) : known;
            funcTables.put(name.name(), table);
            return table;
        }
        return table(value, user, "klp_func", this::func);
    }

    private ReadEntry<KlpFunc> func(Entry entry) {
        Value oldName = string(entry, "old_name");
        Value newFunc = Optional.ofNullable(entry.fields().get("new_func")).map(f -> texts.function(f.value()))
                .orElseGet(Value.Null::new);
        Optional<Field> position = Optional.ofNullable(entry.fields().get("old_sympos"));
        OptionalLong number = constant(entry, "old_sympos");
        boolean readable = !entry.unknown().contains("old_sympos") && !(oldName instanceof Value.Unknown)
                && !(newFunc instanceof Value.Unknown)
                && position.isPresent() == number.isPresent();
        if (!readable) {
            addUnread(entry.place());
            return new ReadEntry<>(Optional.empty(), false);
        }
        Optional<Located<Long>> sympos = position
                .map(field -> new Located<>(number.getAsLong(), tree.place(field.value())));
        KlpFunc func = new KlpFunc(known(oldName), sympos, known(newFunc), entry.place());
        return new ReadEntry<>(Optional.of(func), func.isTerminator());
    }

    private OptionalLong constant(Entry entry, String member) {
        return entry.unknown().contains(member) ? OptionalLong.empty() : constant(entry.fields(), member);
    }

    private Value string(Entry entry, String member) {
        if (entry.unknown().contains(member)) {
            return new Value.Unknown();
        }
        return Optional.ofNullable(entry.fields().get(member)).map(f -> texts.string(f.value()))
                .orElseGet(Value.Null::new);
    }

    private static Optional<Located<String>> known(Value value) {
        return value instanceof Value.Text(Located<String> text) ? Optional.of(text) : Optional.empty();
    }

    private OptionalLong constant(Map<String, Field> fields, String member) {
        return Optional.ofNullable(fields.get(member))
                .map(f -> f.value() instanceof Expression e ? constants.value(e) : OptionalLong.empty())
                .orElseGet(OptionalLong::empty);
    }

    private void addWord(Located<String> text, Function<SourceRange, SourceWord> word) {
        if (text.place() instanceof Place.InSource(SourceRange range)) {
            words.add(word.apply(range));
        }
    }

    private void addUnread(Place place) {
        if (place instanceof Place.InSource(SourceRange range)) {
            unread.add(range);
        }
    }
}

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
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.klpls.c.ast.Derivation;
import org.klpls.c.ast.Designator;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.Initializer;
import org.klpls.c.ast.InitializerItem;
import org.klpls.c.ast.InitializerList;
import org.klpls.c.ast.Node;
import org.klpls.c.ast.UnaryOperator;
import org.klpls.c.text.SourceRange;
import org.klpls.c.types.ArrayLength;
import org.klpls.c.types.Constants;
import org.klpls.c.types.Program;
import org.klpls.c.types.Type;
import org.klpls.core.model.KlpFunc;
import org.klpls.core.model.KlpObject;
import org.klpls.core.model.KlpTable;
import org.klpls.core.model.Located;
import org.klpls.core.model.Place;
import org.klpls.core.model.TableEnd;
import org.klpls.core.source.ConstantText.Value;
import org.klpls.core.source.TableItems.Element;
import org.klpls.core.source.TableItems.Field;
import org.klpls.core.source.Variables.Variable;

/** Objects and funcs out of their initialisers. What cannot be read for sure is left out, and noted. */
final class TableReader {
    /** Longer tables are not made element by element. */
    private static final long MAX_ASSIGNED = 1 << 10;

    private final Tree tree;
    private final Variables variables;
    private final StaticObjects objects;
    private final Constants constants;
    private final Program program;
    private final MemberOrder order;
    private final ConstantText texts;
    private final List<SourceWord> words = new ArrayList<>();
    private final List<UnreadEntry> unread = new ArrayList<>();
    private final List<RunTimeChange> atRunTime = new ArrayList<>();
    private final Map<Place, SourceRange> callbacks = new HashMap<>();
    /** One array may serve several objects; it is read once. */
    private final Map<String, KlpTable<KlpFunc>> funcTables = new HashMap<>();

    TableReader(Tree tree, MemberOrder order) {
        this.tree = tree;
        this.variables = new Variables(tree);
        this.constants = new Constants(tree.unit());
        this.program = Program.of(tree.unit());
        ConstantAddresses addresses = new ConstantAddresses(program, new ChangeableData(tree)::isChangeable);
        this.objects = new StaticObjects(variables, constants, program, addresses);
        this.order = order;
        this.texts = new ConstantText(tree, constants, addresses);
    }

    Variables variables() {
        return variables;
    }

    ConstantText texts() {
        return texts;
    }

    /** Where an object's callbacks are given, by the object's place. */
    Map<Place, SourceRange> callbacks() {
        return callbacks;
    }

    StaticObjects objects() {
        return objects;
    }

    /** Members and names that were passed on the way. */
    List<SourceWord> words() {
        return words;
    }

    /** What code assigns to tables or to parts of them. */
    List<RunTimeChange> atRunTime() {
        return atRunTime.stream().distinct().toList();
    }

    /** Entries, and tables, that are there and could not be read. */
    List<UnreadEntry> unread() {
        return unread.stream().distinct().toList();
    }

    static <T> KlpTable<T> unknown(Place place) {
        return new KlpTable<>(Optional.empty(), List.of(), List.of(), TableEnd.UNKNOWN, place, place);
    }

    /** The array that a member points to: by name, {@code &funcs[0]}, or a compound literal. */
    <T> KlpTable<T> table(Initializer value, Place user, String tag, Function<Entry, ReadEntry<T>> read) {
        return switch (value instanceof Expression expression ? program.meant(expression) : value) {
            case Expression.Cast cast -> table(cast.operand(), user, tag, read);
            case Expression.CompoundLiteral literal when program
                    .type(literal).stripped() instanceof Type.Array(Type element, ArrayLength length)
                    && isStruct(element, tag) ->
                ofLiteral(literal, length, new Entries<>(tag, 0, read));
            case Expression.Unary address when firstOfLiteral(address).isPresent() ->
                table(firstOfLiteral(address).get(), user, tag, read);
            case Expression e when texts.isNull(e) ->
                new KlpTable<>(Optional.empty(), List.of(), List.of(), TableEnd.NO_TABLE, user, user);
            case Initializer pointer -> objects.pointer(pointer)
                    .filter(start -> start.array().type().tag().filter(tag::equals).isPresent())
                    .map(start -> ofStart(start, pointer, new Entries<>(tag, start.index(), read)))
                    .orElseGet(() -> behindPointer(pointer, user, tag));
        };
    }

    private static boolean isStruct(Type type, String tag) {
        return type.stripped() instanceof Type.Struct(var named) && named.name().filter(tag::equals).isPresent();
    }

    private <T> KlpTable<T> ofLiteral(Expression.CompoundLiteral literal, ArrayLength length, Entries<T> entries) {
        return BracedInitializer.of(program.type(literal), literal.initializer(), program,
                constants) instanceof InitializerList list
                        ? array(Optional.empty(), length(length), list, tree.place(literal), entries)
                        : unknown(tree.place(literal));
    }

    /** {@code &(struct klp_func[]){ … }[0]} */
    private Optional<Expression> firstOfLiteral(Expression.Unary address) {
        return address.operator() == UnaryOperator.ADDRESS
                && program.meant(address.operand()) instanceof Expression.Index index
                && constants.value(index.index()).orElse(1) == 0
                && program.meant(index.array()) instanceof Expression.CompoundLiteral literal
                        ? Optional.of(literal)
                        : Optional.empty();
    }

    private static OptionalLong length(ArrayLength length) {
        return length instanceof ArrayLength.Known(long count) ? OptionalLong.of(count) : OptionalLong.empty();
    }

    private static String table(String tag) {
        return "the table of struct " + tag;
    }

    /** A table that a pointer leads to, which code gave it. */
    private <T> KlpTable<T> behindPointer(Initializer value, Place user, String tag) {
        if (value instanceof Expression.Identifier pointer && variables.named(pointer.name()).isPresent()) {
            addChange(pointer, RunTimeChange.Effect.TABLE);
        } else {
            addUnread(value, table(tag));
        }
        return unknown(user);
    }

    private <T> KlpTable<T> ofStart(StaticObjects.Start start, Initializer value, Entries<T> entries) {
        StaticPart part = start.array();
        Place variable = tree.place(part.variable().nameNode());
        if (isFilledAtRunTime(part.variable())) {
            return unknown(variable);
        }
        if (part.variable().isExtern()) {
            addUnread(value, table(entries.tag()));
            return unknown(variable);
        }
        if (part.type().isStruct()) {
            return single(part, entries);
        }
        Optional<InitializerList> list = part.list();
        if (list.isPresent() && part.type().isArray()) {
            return array(Optional.of(part.name()), length(part), list.get(),
                    place(list.get(), part.type().derivations()), entries);
        }
        if (part.isZero()) {
            return filledByCode(part, entries);
        }
        addUnread(value, table(entries.tag()));
        return unknown(variable);
    }

    /** One struct that is no array: the kernel goes on behind it. */
    private <T> KlpTable<T> single(StaticPart part, Entries<T> entries) {
        if (part.list().isEmpty() || tree.isDoubtful(part.list().get())) {
            return unknown(tree.place(part.variable().nameNode()));
        }
        Place place = tree.firstPlace(part.node());
        Entry entry = entry(tree.place(part.list().get()), fields(part.list().get().items(), entries.tag()),
                Optional.empty(), 0);
        ReadEntry<T> read = entries.read().apply(entry);
        return new KlpTable<>(Optional.of(part.name()),
                read.entry().stream().filter(_ -> !read.isTerminator()).toList(),
                List.of(), read.isTerminator() ? TableEnd.TERMINATED : TableEnd.MISSING, place, place);
    }

    /** An array without initialiser: zeros, but for what code assigns to its elements. */
    private <T> KlpTable<T> filledByCode(StaticPart part, Entries<T> entries) {
        Place place = tree.place(part.variable().nameNode());
        long assigned = part.isWholeVariable() ? variables.assignedLength(part.name()) : 0;
        OptionalLong length = length(part.type().derivations());
        if (length.isEmpty() || assigned > length.getAsLong() || assigned > MAX_ASSIGNED) {
            return unknown(place);
        }
        List<T> seen = new ArrayList<>();
        for (long i = entries.from(); i < assigned; i++) {
            ReadEntry<T> read = entries.read().apply(entry(place, Map.of(), Optional.of(part.name()), i));
            if (read.isTerminator()) {
                break;
            }
            read.entry().ifPresent(seen::add);
        }
        return new KlpTable<>(Optional.of(part.name()), seen, List.of(),
                assigned < length.getAsLong() ? TableEnd.TERMINATED : TableEnd.MISSING, place, place);
    }

    private OptionalLong length(List<Derivation> derivations) {
        return derivations.getFirst() instanceof Derivation.Array array && array.size().isPresent()
                ? constants.value(array.size().get())
                : OptionalLong.empty();
    }

    /** Without a length of its own an array is as long as its values reach. */
    private OptionalLong length(StaticPart part) {
        return part.type().derivations().getFirst() instanceof Derivation.Array array && array.size().isPresent()
                ? constants.value(array.size().get())
                : OptionalLong.of(part.length(constants));
    }

    private static boolean hasBraces(InitializerList list) {
        return list.items().stream().allMatch(item -> list.first() < item.first());
    }

    /** Of one that no entry can be added to its beginning: it runs on in another's braces, or has as many as it says. */
    private Place place(InitializerList list, List<Derivation> derivations) {
        boolean isOpen = !(derivations.stream().findFirst().orElse(null) instanceof Derivation.Array array)
                || array.size().flatMap(size -> constants.value(size).stream().boxed().findFirst())
                        .filter(size -> size <= list.items().size()).isEmpty();
        return hasBraces(list) && isOpen ? tree.place(list) : tree.firstPlace(list);
    }

    boolean isFilledAtRunTime(Variable variable) {
        Optional<Expression.Assignment> how = variables.filledAtRunTime(variable);
        how.ifPresent(assignment -> addChange(assignment, RunTimeChange.Effect.TABLE));
        return how.isPresent();
    }

    void addChange(Expression assigned, RunTimeChange.Effect effect) {
        atRunTime.add(new RunTimeChange(tree.range(assigned), effect));
    }

    /**
     * An element as it stands in the text, and its members.
     *
     * @param unknown members that code may change, nobody knows to what
     */
    record Entry(Place place, Map<String, Field> fields, Set<String> unknown) {}

    /** The element with what code assigns to it: a member that has no value but one assigned has that. */
    private Entry entry(Place place, Map<String, Field> fields, Optional<String> array, long index) {
        Map<String, Field> all = new LinkedHashMap<>(fields);
        Set<String> unknown = new HashSet<>();
        array.map(name -> variables.assignedTo(name, index)).orElse(Map.of()).forEach((member, values) -> {
            if (!fields.containsKey(member) && values.size() == 1) {
                all.put(member, new Field(values.getFirst(), Optional.empty()));
                addChange(values.getFirst(), RunTimeChange.Effect.KNOWN);
                return;
            }
            values.forEach(value -> addChange(value, RunTimeChange.Effect.ENTRY));
            if (!member.equals("new_func")) {
                // whichever replacement it is, the other members are those of this entry
                unknown.add(member);
            }
        });
        return new Entry(place, all, unknown);
    }

    /**
     * How a table is read.
     *
     * @param from its first element in the array
     */
    private record Entries<T>(String tag, long from, Function<Entry, ReadEntry<T>> read) {}

    /** @param entry empty: it cannot be read for sure */
    record ReadEntry<T>(Optional<T> entry, boolean isTerminator) {}

    private <T> KlpTable<T> array(Optional<String> name, OptionalLong fullLength, InitializerList list,
            Place place, Entries<T> entries) {
        Optional<SortedMap<Long, Element>> elements = TableItems.ofArray(list, order.of(entries.tag()).size(),
                constants);
        if (elements.isEmpty()) {
            unread.add(new UnreadEntry(tree.range(list.first(), list.first() + 1),
                    Optional.of("which values of this table are for which entry").filter(_ -> !tree.isDoubtful(list))));
            return new KlpTable<>(name, List.of(), List.of(), TableEnd.UNKNOWN, place, place);
        }
        List<T> seen = new ArrayList<>();
        List<T> unseen = new ArrayList<>();
        Optional<Place> terminator = Optional.empty();
        for (Map.Entry<Long, Element> numbered : elements.get().entrySet()) {
            Element element = numbered.getValue();
            Place at = tree.place(element.item());
            long position = numbered.getKey();
            if (position < entries.from()) {
                continue;
            }
            if (element.isLeftOut()) {
                terminator = terminator.or(() -> Optional.of(at));
                continue;
            }
            ReadEntry<T> entry = tree.isDoubtful(element.item())
                    ? notRead(element)
                    : fields(element, entries.tag())
                            .map(fields -> entries.read().apply(entry(at, fields, name, position)))
                            .orElseGet(() -> notRead(element));
            callbacks(element).ifPresent(range -> callbacks.put(at, range));
            if (entry.isTerminator()) {
                terminator = terminator.or(() -> Optional.of(at));
            } else {
                entry.entry().ifPresent(terminator.isEmpty()
                        ? seen::add
                        : read -> Stream.of(read).filter(_ -> entries.from() == 0).forEach(unseen::add));
            }
        }
        Place brace = new Place.InSource(tree.range(list.end() - 1, list.end()));
        long length = elements.get().isEmpty() ? 0 : elements.get().lastKey() + 1;
        if (name.filter(n -> variables.isAssignedFrom(n, length)).isPresent()) {
            return new KlpTable<>(name, seen, unseen, TableEnd.UNKNOWN, place, brace);
        }
        TableEnd end = terminator.isPresent()
                ? unseen.isEmpty() ? TableEnd.TERMINATED : TableEnd.EARLY
                : endOfUnterminated(fullLength, elements.get(), list);
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
        addUnread(element.item(), "this entry");
        return new ReadEntry<>(Optional.empty(), false);
    }

    /** An array that is longer than its initialiser goes on with zeros. Doubtful text is not judged. */
    private TableEnd endOfUnterminated(OptionalLong length, SortedMap<Long, Element> elements, InitializerList list) {
        long given = elements.isEmpty() ? 0 : elements.lastKey() + 1;
        // where it is not certain what is whose a last NULL is an entry of zeros, or another entry's last member
        boolean lastIsWhole = Optional.ofNullable(elements.get(given - 1)).filter(
                last -> last.members().isEmpty() && !(last.item().value() instanceof InitializerList)).isEmpty();
        if (!lastIsWhole || length.isEmpty() || tree.isDoubtful(list)) {
            return TableEnd.UNKNOWN;
        }
        return length.getAsLong() > given ? TableEnd.TERMINATED : TableEnd.MISSING;
    }

    private Optional<Map<String, Field>> fields(Element element, String tag) {
        if (!element.members().isEmpty()) {
            return Optional.of(fields(element.members(), tag));
        }
        return element.item().value() instanceof InitializerList list
                ? Optional.of(fields(list.items(), tag))
                : Optional.empty();
    }

    Map<String, Field> fields(List<InitializerItem> items, String tag) {
        Map<String, Field> fields = TableItems.ofStruct(items, order.of(tag));
        fields.values().forEach(field -> field.name().ifPresent(
                name -> words.add(new SourceWord.Field(tree.range(name), tag, name.text()))));
        return fields;
    }

    ReadEntry<KlpObject> object(Entry entry) {
        Value name = string(entry, "name");
        Optional<KlpTable<KlpFunc>> funcs = Optional.ofNullable(entry.fields().get("funcs"))
                .map(field -> entry.unknown().contains("funcs")
                        ? TableReader.<KlpFunc>unknown(entry.place())
                        : funcs(field.value(), entry.place()))
                .filter(table -> table.end() != TableEnd.NO_TABLE);
        if (name instanceof Value.Unknown) {
            addUnread(entry, "name");
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
        List<String> unreadable = Stream.of(
                oldName instanceof Value.Unknown ? "old_name" : "",
                newFunc instanceof Value.Unknown ? "new_func" : "",
                entry.unknown().contains("old_sympos") || position.isPresent() != number.isPresent()
                        ? "old_sympos"
                        : "")
                .filter(member -> !member.isEmpty()).toList();
        if (!unreadable.isEmpty()) {
            unreadable.forEach(member -> addUnread(entry, member));
            return new ReadEntry<>(Optional.empty(), false);
        }
        Optional<Located<Long>> sympos = position
                .map(field -> new Located<>(number.getAsLong(), tree.place(field.value())));
        KlpFunc func = new KlpFunc(known(oldName), sympos, known(newFunc), entry.place());
        return new ReadEntry<>(Optional.of(func), func.isTerminator());
    }

    OptionalLong constant(Entry entry, String member) {
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

    OptionalLong constant(Map<String, Field> fields, String member) {
        return Optional.ofNullable(fields.get(member))
                .map(f -> f.value() instanceof Expression e ? texts.number(e) : OptionalLong.empty())
                .orElseGet(OptionalLong::empty);
    }

    private void addWord(Located<String> text, Function<SourceRange, SourceWord> word) {
        if (text.place() instanceof Place.InSource(SourceRange range)) {
            words.add(word.apply(range));
        }
    }

    /** Of one that code assigns its finding tells. */
    private void addUnread(Entry entry, String member) {
        Optional<Node> value = Optional.ofNullable(entry.fields().get(member)).map(Field::value);
        if (value.isPresent() && !entry.unknown().contains(member)) {
            addUnread(value.get(), "this entry's " + member);
        } else if (entry.place() instanceof Place.InSource(SourceRange range)) {
            unread.add(new UnreadEntry(range, Optional.empty()));
        }
    }

    private void addUnread(Node node, String what) {
        unread.add(new UnreadEntry(tree.range(node), Optional.of(what).filter(_ -> !tree.isDoubtful(node))));
    }
}

package org.klpls.core.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.klpls.c.ast.Designator;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.Initializer;
import org.klpls.c.ast.InitializerItem;
import org.klpls.c.ast.InitializerList;
import org.klpls.c.ast.Name;
import org.klpls.c.ast.Node;
import org.klpls.c.ast.TypeSpecifier;
import org.klpls.c.types.ArrayLength;
import org.klpls.c.types.Constants;
import org.klpls.c.types.Member;
import org.klpls.c.types.Program;
import org.klpls.c.types.Type;

/**
 * An initialiser as C fills the object with it, C11 6.7.9, written out: each struct, union and array has braces of its own, each
 * value one designator, and of what is given twice the last is left. A designator that the text has not has no tokens.
 */
final class BracedInitializer {
    private static final int NONE = -1;
    /** Above any table; where there are more parts the text is left as it is. */
    private static final int MOST_PARTS = 1 << 14;
    private static final long LONGEST_RANGE = 1 << 10;

    private final Program program;
    private final Constants constants;
    private int parts;
    private boolean isCertain = true;

    private BracedInitializer(Program program, Constants constants) {
        this.program = program;
        this.constants = constants;
    }

    /** Of an object of this type; what cannot be told for certain is left as it stands. */
    static Initializer of(Type type, Initializer initializer, Program program, Constants constants) {
        BracedInitializer reader = new BracedInitializer(program, constants);
        Part whole = reader.new Part(type, initializer);
        reader.give(whole, initializer, initializer);
        return reader.isCertain ? whole.written() : initializer;
    }

    /** @param last number of the last one, which differs in a range; names are those of a member on the way to it */
    private record Found(long first, long last, Type type, Optional<Name> name, boolean isOnTheWay) {}

    /** An object, or a part of one, and what it is given. */
    private final class Part {
        private final Type type;
        private final SortedMap<Long, Part> inner = new TreeMap<>();
        private final List<Member> members;
        private Node node;
        private int end;
        private Optional<Name> name = Optional.empty();
        private @Nullable Initializer value;
        private @Nullable InitializerList braces;

        Part(Type type, Node node) {
            this.type = type;
            this.node = node;
            this.end = node.end();
            this.members = type.stripped() instanceof Type.Struct(var tag)
                    ? program.definition(tag).map(it -> it.members()).orElse(List.of()).stream()
                            .filter(it -> it.name().isPresent() || it.isAnonymous()).toList()
                    : List.of();
            isCertain &= ++parts <= MOST_PARTS && (!(type.stripped() instanceof Type.Struct) || isDefined());
        }

        private boolean isDefined() {
            return type.stripped() instanceof Type.Struct(var tag) && program.definition(tag).isPresent();
        }

        boolean isAggregate() {
            return type.stripped() instanceof Type.Struct || isArray();
        }

        boolean isArray() {
            return type.stripped() instanceof Type.Array;
        }

        boolean isUnion() {
            return type.stripped() instanceof Type.Struct(var tag) && tag.kind() == TypeSpecifier.TagKind.UNION;
        }

        /** One of livepatch's: a stand-in has fewer members than the kernel's. */
        boolean isLivepatchs() {
            return type.stripped() instanceof Type.Struct(var tag)
                    && tag.name().filter(it -> it.startsWith("klp_")).isPresent();
        }

        void begin(Node from) {
            inner.clear();
            value = null;
            braces = null;
            node = from;
            end = from.end();
        }

        Part part(Found found, long number, InitializerItem item) {
            if (isUnion()) {
                inner.keySet().removeIf(other -> other != number);
            }
            return inner.computeIfAbsent(number, _ -> new Part(found.type(), item));
        }

        Optional<Found> at(long number) {
            if (type.stripped() instanceof Type.Array(Type element, ArrayLength length)) {
                return length instanceof ArrayLength.Known(long count) && number >= count
                        ? Optional.empty()
                        : Optional.of(new Found(number, number, element, Optional.empty(), false));
            }
            return number >= members.size() || isUnion() && number > 0
                    ? Optional.empty()
                    : Optional.of(new Found(number, number, members.get((int) number).type(), Optional.empty(), false));
        }

        Optional<Found> designated(Designator designator) {
            return switch (designator) {
                case Designator.Member member -> member(member.name());
                case Designator.Index(int _, int _, Expression index) -> elements(index, index);
                case Designator.Range(int _, int _, Expression low, Expression high) -> elements(low, high);
            };
        }

        private Optional<Found> member(Name wanted) {
            for (int i = 0; i < members.size(); i++) {
                Member member = members.get(i);
                boolean isIt = member.name().filter(wanted.text()::equals).isPresent();
                if (isIt || member.isAnonymous() && holds(member.type(), wanted.text())) {
                    return Optional.of(new Found(i, i, member.type(), isIt ? Optional.of(wanted) : Optional.empty(),
                            !isIt));
                }
            }
            return Optional.empty();
        }

        private Optional<Found> elements(Expression low, Expression high) {
            OptionalLong first = constants.value(low);
            OptionalLong last = constants.value(high);
            if (!(type.stripped() instanceof Type.Array(Type element, var _)) || first.isEmpty() || last.isEmpty()
                    || first.getAsLong() < 0 || last.getAsLong() < first.getAsLong()
                    || last.getAsLong() - first.getAsLong() > LONGEST_RANGE) {
                isCertain = false;
                return Optional.empty();
            }
            return Optional.of(new Found(first.getAsLong(), last.getAsLong(), element, Optional.empty(), false));
        }

        Initializer written() {
            Initializer given = value;
            if (given != null) {
                return given;
            }
            InitializerList own = braces;
            List<InitializerItem> items = new ArrayList<>();
            write(items);
            return own != null
                    ? new InitializerList(own.first(), own.end(), items)
                    : new InitializerList(node.first(), end, items);
        }

        private void write(List<InitializerItem> items) {
            for (Map.Entry<Long, Part> entry : inner.entrySet()) {
                Part part = entry.getValue();
                if (!isArray() && members.get(entry.getKey().intValue()).isAnonymous() && part.value == null) {
                    part.write(items);
                } else {
                    items.add(new InitializerItem(part.node.first(), Math.max(part.end, part.node.end()),
                            List.of(designator(entry.getKey(), part)), part.written()));
                }
            }
        }

        private Designator designator(long number, Part part) {
            int at = part.node.first();
            if (isArray()) {
                return new Designator.Index(at, at, new Expression.NumberLiteral(at, at, Long.toString(number)));
            }
            if (part.name.isPresent()) {
                return new Designator.Member(part.name.get().first(), part.name.get().end(), part.name.get());
            }
            return new Designator.Member(at, at, new Name(at, members.get((int) number).name().orElse("")));
        }
    }

    private boolean holds(Type type, String name) {
        return type.stripped() instanceof Type.Struct(var tag) && program.definition(tag).stream()
                .flatMap(it -> it.members().stream())
                .anyMatch(it -> it.name().filter(name::equals).isPresent()
                        || it.isAnonymous() && holds(it.type(), name));
    }

    /** All of a part, be it by braces or by an expression. */
    private void give(Part part, Initializer value, Node from) {
        part.begin(from);
        Initializer meant = value instanceof Expression expression ? program.meant(expression) : value;
        if (meant instanceof InitializerList list && part.isAggregate()) {
            part.braces = list;
            fill(part, list.items(), 0, 0, true);
        } else if (meant instanceof Expression.CompoundLiteral literal && part.isAggregate()) {
            part.braces = literal.initializer();
            fill(part, literal.initializer().items(), 0, 0, true);
        } else if (meant instanceof InitializerList list && list.items().size() == 1
                && list.items().getFirst().designators().isEmpty()) {
            give(part, list.items().getFirst().value(), from);
        } else {
            part.value = value;
        }
    }

    /**
     * Fills a struct, union or array; without braces of its own only as far as it has room.
     *
     * @param start the first item
     * @param depth how many of its designators led here; {@link #NONE} if it is here without any
     * @return the first item that is not for this object
     */
    private int fill(Part object, List<InitializerItem> items, int start, int depth, boolean braced) {
        int at = start;
        long next = 0;
        while (at < items.size() && isCertain) {
            InitializerItem item = items.get(at);
            int used = at == start ? depth : 0;
            boolean designated = used != NONE && used < item.designators().size();
            if (designated && at != start && !braced) {
                return at;
            }
            Optional<Found> found = designated ? object.designated(item.designators().get(used)) : object.at(next);
            if (found.isEmpty() && !braced) {
                isCertain &= designated || !object.isLivepatchs();
                return at;
            }
            int before = at;
            if (found.isEmpty()) {
                at++;
            } else {
                at = give(object, found.get(), items, at, designated ? used : NONE);
                next = found.get().last() + 1;
                object.end = Math.max(object.end, items.get(Math.max(before, at - 1)).end());
            }
            if (object.isUnion() && !braced || at == before && object.isArray()) {
                return at;
            }
        }
        return at;
    }

    private int give(Part object, Found found, List<InitializerItem> items, int at, int used) {
        int next = at + 1;
        for (long number = found.first(); number <= found.last() && isCertain; number++) {
            Part part = object.part(found, number, items.get(at));
            found.name().ifPresent(name -> part.name = Optional.of(name));
            next = give(part, items, at, used == NONE || found.isOnTheWay() ? used : used + 1);
        }
        return next;
    }

    /** @param used designators of the item that led to this part */
    private int give(Part part, List<InitializerItem> items, int at, int used) {
        InitializerItem item = items.get(at);
        boolean leadsOn = used != NONE && used < item.designators().size();
        boolean isWhole = item.value() instanceof InitializerList || !part.isAggregate() || isWhole(part, item.value());
        if (!leadsOn && isWhole) {
            give(part, item.value(), item);
            return at + 1;
        }
        // an expression that gives all of it cannot be taken apart
        isCertain &= part.value == null;
        int next = fill(part, items, at, leadsOn ? used : NONE, false);
        // a designator that leads nowhere
        return next == at && leadsOn ? at + 1 : next;
    }

    private boolean isWhole(Part part, Initializer value) {
        Expression expression = (Expression) value;
        if (part.type.stripped() instanceof Type.Array(Type element, var _)) {
            return element.stripped() instanceof Type.Int
                    && program.meant(expression) instanceof Expression.StringLiteral;
        }
        Type given = program.type(expression).stripped();
        return given.equals(part.type.stripped()) || given instanceof Type.Unknown;
    }
}

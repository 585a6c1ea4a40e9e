package org.klpls.core.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.klpls.c.ast.Designator;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.Initializer;
import org.klpls.c.ast.InitializerItem;
import org.klpls.c.ast.InitializerList;
import org.klpls.c.ast.Name;
import org.klpls.c.types.Constants;

/**
 * Which member or element each item of a table is for: by designator, or else the one after the last. Read by names alone, so that a
 * table is read too where no header defines its struct; where one does, {@code Program.initialized} of the C front end knows more.
 */
final class TableItems {
    /** Above any table; a larger subscript is a slip, and is not followed. */
    private static final long MAX_ELEMENTS = 1 << 20;
    private static final long LONGEST_RANGE = 1 << 10;

    private TableItems() {}

    /** One member's value, and its name where a designator gives it. */
    record Field(Initializer value, Optional<Name> name) {}

    /**
     * One element of an array: its own list, or members given one by one from outside, as in {@code [0].old_name}.
     *
     * @param isLeftOut no element at all: those before this item that no item is for, which are all zero
     */
    record Element(InitializerItem item, List<InitializerItem> members, boolean isLeftOut) {}

    /**
     * Values of a struct's members by name; of one that is given twice the last, as in C.
     *
     * @param order names of the members, as positions count them
     */
    static Map<String, Field> ofStruct(List<InitializerItem> items, List<String> order) {
        Map<String, Field> fields = new LinkedHashMap<>();
        int next = 0;
        for (InitializerItem item : items) {
            if (item.designators().isEmpty()) {
                if (next < order.size()) {
                    fields.put(order.get(next), new Field(item.value(), Optional.empty()));
                }
                next++;
            } else if (item.designators().getFirst() instanceof Designator.Member member) {
                next = order.indexOf(member.name().text()) + 1;
                // a part of a member, .callbacks.pre_patch: not a value of the member as a whole
                if (item.designators().size() == 1) {
                    fields.put(member.name().text(), new Field(item.value(),
                            Optional.of(member.name()).filter(_ -> member.end() > member.first())));
                }
            }
        }
        return fields;
    }

    /**
     * Elements of an array by their subscripts; empty if it is not certain which items are for which. Items without braces
     * of their own are members of one element, up to its last: livepatch's structs have more of them than a patch gives.
     *
     * @param members how many of an element are known
     */
    static Optional<SortedMap<Long, Element>> ofArray(InitializerList list, int members, Constants constants) {
        SortedMap<Long, Element> elements = new TreeMap<>();
        long next = 0;
        boolean isOpen = false;
        for (InitializerItem item : list.items()) {
            List<Designator> designators = item.designators();
            if (designators.isEmpty() && isOpen) {
                elements.merge(next - 1, member(item, 0), TableItems::both);
                continue;
            }
            Optional<Subscripts> subscripts = designators.isEmpty()
                    ? Optional.of(new Subscripts(next, next))
                    : Subscripts.of(designators.getFirst(), constants);
            if (subscripts.isEmpty()) {
                return Optional.empty();
            }
            isOpen = designators.isEmpty() ? isMember(item.value()) : designators.size() > 1;
            for (long at = subscripts.get().first(); at <= subscripts.get().last(); at++) {
                if (!isOpen) {
                    elements.put(at, new Element(item, List.of(), false));
                } else if (designators.isEmpty()) {
                    elements.put(at, member(item, 0));
                } else {
                    elements.merge(at, member(item, 1), TableItems::both);
                }
            }
            next = subscripts.get().last() + 1;
        }
        boolean isCertain = elements.values().stream().allMatch(element -> element.members().size() <= members);
        return isCertain ? Optional.of(withLeftOut(elements)) : Optional.empty();
    }

    /** Whether a value without a designator is that of a struct's first member, and not of all of it. */
    private static boolean isMember(Initializer value) {
        return switch (value) {
            case Expression.Parenthesized p -> isMember(p.inner());
            case Expression.Cast cast -> isMember(cast.operand());
            case Expression.StringLiteral _,Expression.NumberLiteral _,Expression.Identifier _ -> true;
            case Expression _,InitializerList _ -> false;
        };
    }

    /** The elements that a designator names. */
    private record Subscripts(long first, long last) {
        static Optional<Subscripts> of(Designator designator, Constants constants) {
            return switch (designator) {
                case Designator.Index(int _, int _, Expression index) -> of(index, index, constants);
                case Designator.Range(int _, int _, Expression first, Expression last) -> of(first, last, constants);
                case Designator.Member _ -> Optional.empty();
            };
        }

        private static Optional<Subscripts> of(Expression first, Expression last, Constants constants) {
            OptionalLong from = constants.value(first);
            OptionalLong to = constants.value(last);
            boolean isElement = from.isPresent() && to.isPresent() && from.getAsLong() >= 0
                    && to.getAsLong() <= MAX_ELEMENTS && to.getAsLong() - from.getAsLong() <= LONGEST_RANGE;
            return isElement ? Optional.of(new Subscripts(from.getAsLong(), to.getAsLong())) : Optional.empty();
        }
    }

    /** @param from its designators before that one name the element */
    private static Element member(InitializerItem item, int from) {
        List<Designator> rest = item.designators().subList(from, item.designators().size());
        return new Element(item, List.of(new InitializerItem(item.first(), item.end(), rest, item.value())), false);
    }

    /** Members are given to an element after it was given members, or a list, as a whole. */
    private static Element both(Element earlier, Element later) {
        List<InitializerItem> members = new ArrayList<>(earlier.members());
        if (members.isEmpty()) {
            if (!(earlier.item().value() instanceof InitializerList list)) {
                return earlier;
            }
            members.addAll(list.items());
        }
        members.addAll(later.members());
        return new Element(earlier.item(), members, false);
    }

    private static SortedMap<Long, Element> withLeftOut(SortedMap<Long, Element> elements) {
        SortedMap<Long, Element> all = new TreeMap<>(elements);
        long expected = 0;
        for (Map.Entry<Long, Element> element : elements.entrySet()) {
            if (element.getKey() != expected) {
                all.put(expected, new Element(element.getValue().item(), List.of(), true));
            }
            expected = element.getKey() + 1;
        }
        return all;
    }
}

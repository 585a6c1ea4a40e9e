package org.klpls.core.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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
                    fields.put(member.name().text(), new Field(item.value(), Optional.of(member.name())));
                }
            }
        }
        return fields;
    }

    /**
     * Elements of an array in the order of their subscripts; empty if it is not certain which items are for which.
     */
    static Optional<List<Element>> ofArray(InitializerList list, Constants constants) {
        Map<Long, Element> elements = new TreeMap<>();
        long next = 0;
        boolean insideElement = false;
        for (InitializerItem item : list.items()) {
            List<Designator> designators = item.designators();
            // after [0].old_name = "a" goes on with the next member of [0], not with [1]
            if (designators.isEmpty() && insideElement) {
                return Optional.empty();
            }
            insideElement = designators.size() > 1;
            OptionalLong index = designators.isEmpty()
                    ? OptionalLong.of(next)
                    : index(designators.getFirst(), constants);
            if (index.isEmpty() || index.getAsLong() < 0 || index.getAsLong() > MAX_ELEMENTS) {
                return Optional.empty();
            }
            long at = index.getAsLong();
            if (insideElement) {
                elements.merge(at, member(item), TableItems::both);
            } else {
                elements.put(at, new Element(item, List.of(), false));
            }
            next = at + 1;
        }
        return Optional.of(withLeftOut(elements));
    }

    private static Element member(InitializerItem item) {
        List<Designator> rest = item.designators().subList(1, item.designators().size());
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

    private static List<Element> withLeftOut(Map<Long, Element> elements) {
        List<Element> all = new ArrayList<>();
        long expected = 0;
        for (Map.Entry<Long, Element> element : elements.entrySet()) {
            if (element.getKey() != expected) {
                all.add(new Element(element.getValue().item(), List.of(), true));
            }
            all.add(element.getValue());
            expected = element.getKey() + 1;
        }
        return all;
    }

    private static OptionalLong index(Designator designator, Constants constants) {
        return switch (designator) {
            case Designator.Index(int _, int _, Expression index) -> constants.value(index);
            case Designator.Range _,Designator.Member _ -> OptionalLong.empty();
        };
    }
}

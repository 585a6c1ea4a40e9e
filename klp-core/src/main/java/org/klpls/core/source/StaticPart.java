package org.klpls.core.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.klpls.c.ast.Designator;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.Initializer;
import org.klpls.c.ast.InitializerItem;
import org.klpls.c.ast.InitializerList;
import org.klpls.c.ast.Node;
import org.klpls.c.types.Constants;
import org.klpls.core.source.Variables.Variable;

/**
 * A variable, or a part of one: {@code fix}, {@code fix.patch}, {@code patches[1]}, with what initialises it.
 *
 * @param name as C names it
 * @param value a list or an expression that is for this part as a whole; empty: it is zero, or given by parts
 * @param parts items for its own parts that stand in the list of what it is a part of: {@code .patch.objs = objs}
 * @param node where it begins in the text
 */
record StaticPart(Variable variable, String name, StaticType type, Optional<Initializer> value,
        List<InitializerItem> parts, Node node) {
    /** Above any table that holds patches. */
    private static final long MAX_ELEMENTS = 1 << 10;

    StaticPart {
        parts = List.copyOf(parts);
    }

    /** @param value its initialiser, with all braces */
    static StaticPart of(Variable variable, StaticType type, Optional<Initializer> value) {
        return new StaticPart(variable, variable.name(), type, value, List.of(), variable.nameNode());
    }

    boolean isWholeVariable() {
        return name.equals(variable.name());
    }

    /** Its initialiser as one list; empty where an expression gives it, or nothing at all. */
    Optional<InitializerList> list() {
        if (value.isPresent() && !(value.get() instanceof InitializerList)) {
            return Optional.empty();
        }
        List<InitializerItem> items = items();
        Node whole = value.<Node>map(v -> v).orElse(node);
        return value.isEmpty() && items.isEmpty()
                ? Optional.empty()
                : Optional.of(new InitializerList(whole.first(), whole.end(), items));
    }

    private List<InitializerItem> items() {
        List<InitializerItem> items = new ArrayList<>();
        if (value.isPresent() && value.get() instanceof InitializerList list) {
            items.addAll(list.items());
        }
        items.addAll(parts);
        return items;
    }

    /** Whether nothing is said of it, so that it is zero. */
    boolean isZero() {
        return value.isEmpty() && parts.isEmpty();
    }

    /** A member of a struct; empty where it has none of this name that is a struct. */
    Optional<StaticPart> member(String member, StructDefinitions definitions) {
        List<StaticType.Member> members = type.members(definitions);
        List<String> order = members.stream().map(StaticType.Member::name).toList();
        Optional<StaticType> found = members.stream().filter(m -> m.name().equals(member)).findFirst()
                .flatMap(StaticType.Member::type);
        if (!type.isStruct() || found.isEmpty()) {
            return Optional.empty();
        }
        Given given = new Given(node);
        int next = 0;
        for (InitializerItem item : items()) {
            int at = next;
            if (item.designators().isEmpty()) {
                if (at < order.size() && order.get(at).equals(member)) {
                    given.whole(item);
                }
                next++;
            } else if (item.designators().getFirst() instanceof Designator.Member designator) {
                next = order.indexOf(designator.name().text()) + 1;
                if (designator.name().text().equals(member)) {
                    given.add(item);
                }
            }
        }
        return given.part(variable, name + "." + member, found.get());
    }

    /** An element of an array. */
    Optional<StaticPart> element(long index, Constants constants) {
        if (!type.isArray() || index < 0) {
            return Optional.empty();
        }
        Given given = new Given(node);
        long next = 0;
        for (InitializerItem item : items()) {
            long at = position(item, next, constants);
            if (at == index) {
                if (item.designators().isEmpty()) {
                    given.whole(item);
                } else {
                    given.add(item);
                }
            }
            next = at + 1;
        }
        return given.part(variable, name + "[" + index + "]", type.element());
    }

    /** How many elements the initialiser speaks of. */
    long length(Constants constants) {
        long next = 0;
        long length = 0;
        for (InitializerItem item : items()) {
            next = position(item, next, constants) + 1;
            length = Math.clamp(next, length, MAX_ELEMENTS);
        }
        return length;
    }

    private static long position(InitializerItem item, long next, Constants constants) {
        return item.designators().stream().findFirst()
                .map(d -> d instanceof Designator.Index(int _, int _, Expression index)
                        ? constants.value(index).orElse(next)
                        : next)
                .orElse(next);
    }

    /** What is said of one part while the items are gone through: of several, the last counts. */
    private static final class Given {
        private Optional<Initializer> value = Optional.empty();
        private final List<InitializerItem> parts = new ArrayList<>();
        private Node node;

        Given(Node whole) {
            this.node = whole;
        }

        void whole(InitializerItem item) {
            value = Optional.of(item.value());
            parts.clear();
            node = item;
        }

        void add(InitializerItem item) {
            if (item.designators().size() == 1) {
                whole(item);
                return;
            }
            if (value.isEmpty() && parts.isEmpty()) {
                node = item;
            }
            parts.add(new InitializerItem(item.first(), item.end(),
                    item.designators().subList(1, item.designators().size()), item.value()));
        }

        /** Without braces of its own a struct takes its values from the list around it: which ones is not followed. */
        Optional<StaticPart> part(Variable variable, String name, StaticType type) {
            return value.filter(v -> !(v instanceof InitializerList)).isPresent()
                    ? Optional.empty()
                    : Optional.of(new StaticPart(variable, name, type, value, parts, node));
        }
    }
}

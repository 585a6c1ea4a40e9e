package org.klpls.c.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.klpls.c.ast.Designator;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.Initializer;
import org.klpls.c.ast.InitializerItem;
import org.klpls.c.ast.InitializerList;

/** Finds for each value of an initialiser the part it is for: by designator, or else the next one. C11 6.7.9. */
final class InitializerReader {
    private static final int NONE = -1;

    private final Scope scope;
    private final ExpressionTypes types;
    private final Sizes sizes;
    private final List<InitializedPart> parts = new ArrayList<>();

    InitializerReader(Scope scope) {
        this.scope = scope;
        this.types = new ExpressionTypes(scope);
        this.sizes = new Sizes(scope.file());
    }

    /**
     * @param parts in the order of the text; a later one overrides an earlier one of the same place
     * @param length how many elements the object has, if it is an array, as far as its values reach
     */
    record Read(List<InitializedPart> parts, long length) {}

    Read read(Type type, Initializer initializer) {
        long length = 0;
        if (initializer instanceof InitializerList list && isAggregate(type)) {
            length = fillAll(type, List.of(), list);
        } else {
            parts.add(new InitializedPart(List.of(), type, scalar(initializer), Optional.empty()));
        }
        return new Read(List.copyOf(parts), length);
    }

    /** {@code { 5 }} for a scalar is 5. */
    private static Initializer scalar(Initializer initializer) {
        Initializer value = initializer;
        while (value instanceof InitializerList list && list.items().size() == 1
                && list.items().getFirst().designators().isEmpty()) {
            value = list.items().getFirst().value();
        }
        return value;
    }

    private static boolean isAggregate(Type type) {
        return switch (type.stripped()) {
            case Type.Struct _,Type.Array _,Type.Vector _ -> true;
            case Type.Void _,Type.Int _,Type.BitInt _,Type.Real _,Type.Complex _,Type.Enum _,Type.Pointer _,Type.Function _,Type.Qualified _,Type.Named _,Type.BitField _,Type.Nullptr _,Type.Unknown _ ->
                false;
        };
    }

    private long fillAll(Type type, List<InitializedPart.Step> path, InitializerList list) {
        if (isTextIn(type, list)) {
            add(path, type, list.items().getFirst());
            return types.type((Expression) list.items().getFirst().value())
                    .stripped() instanceof Type.Array(Type _, ArrayLength.Known(long count))
                            ? count
                            : 0;
        }
        Filling filling = new Filling(type, path, list.items(), true, false);
        filling.fill(0, 0);
        return filling.most;
    }

    /** {@code char s[] = { "text" }} */
    private boolean isTextIn(Type type, InitializerList list) {
        return list.items().size() == 1 && list.items().getFirst().designators().isEmpty()
                && isText(type, list.items().getFirst().value());
    }

    private static boolean isText(Type type, Initializer value) {
        return type.stripped() instanceof Type.Array(Type element, ArrayLength _)
                && element.stripped() instanceof Type.Int && value instanceof Expression expression
                && Expressions.withoutParentheses(expression) instanceof Expression.StringLiteral;
    }

    private void add(List<InitializedPart.Step> path, Type type, InitializerItem item) {
        parts.add(new InitializedPart(path, type, scalar(item.value()), Optional.of(item)));
    }

    /** Fills one struct, union or array from a list; without braces of its own only as far as it has room. */
    private final class Filling {
        private final List<InitializedPart.Step> path;
        private final List<InitializerItem> items;
        private final boolean braced;
        /** Parts of it may have been given before. */
        private final boolean again;
        private final Parts object;

        /** One more than the last part that was filled. */
        private long most;

        Filling(Type type, List<InitializedPart.Step> path, List<InitializerItem> items, boolean braced,
                boolean again) {
            this.path = path;
            this.items = items;
            this.braced = braced;
            this.again = again;
            this.object = Parts.of(type, scope, sizes);
        }

        /**
         * @param start the first item
         * @param depth how many of its designators led here; {@link #NONE} if it is here without any
         * @return the first item that is not for this object
         */
        int fill(int start, int depth) {
            int at = start;
            long next = 0;
            while (at < items.size()) {
                List<Designator> designators = items.get(at).designators();
                int used = at == start ? depth : 0;
                boolean designated = used != NONE && used < designators.size();
                if (designated && at != start && !braced) {
                    return at;
                }
                Optional<Parts.Part> part = designated
                        ? object.designated(designators.get(used), new Evaluator(scope))
                        : object.at(next);
                if (part.isEmpty() && !braced) {
                    return at;
                }
                int before = at;
                if (part.isEmpty()) {
                    at++;
                } else {
                    at = give(part.get(), at, !designated ? NONE : part.get().isOnTheWay() ? used : used + 1);
                    next = part.get().last() + 1;
                    most = Math.max(most, next);
                }
                boolean full = object.isUnion() && !braced;
                if (full || at == before && object.isArray()) {
                    return at;
                }
            }
            return at;
        }

        /** @param used designators that led to this part */
        private int give(Parts.Part part, int at, int used) {
            InitializerItem item = items.get(at);
            List<InitializedPart.Step> inner = new ArrayList<>(path);
            inner.add(part.step());
            if (used != NONE && used < item.designators().size()) {
                int next = new Filling(part.type(), inner, items, false, goesBack(part)).fill(at, used);
                // a designator that leads nowhere
                return next == at ? at + 1 : next;
            }
            if (item.value() instanceof InitializerList list && isAggregate(part.type())) {
                if (goesBack(part)) {
                    // braces give all of it: what was given of it before is forgotten
                    parts.removeIf(it -> it.path().size() >= inner.size()
                            && it.path().subList(0, inner.size()).equals(inner));
                }
                fillAll(part.type(), inner, list);
                return at + 1;
            }
            if (item.value() instanceof InitializerList || !isAggregate(part.type()) || isWhole(part.type(), item)) {
                add(inner, part.type(), item);
                return at + 1;
            }
            return new Filling(part.type(), inner, items, false, goesBack(part)).fill(at, NONE);
        }

        private boolean goesBack(Parts.Part part) {
            long first = part.step() instanceof InitializedPart.Step.ToElements(long low, long _, long _)
                    ? low
                    : part.last();
            return again || first < most;
        }

        private boolean isWhole(Type type, InitializerItem item) {
            Expression value = (Expression) item.value();
            if (type.stripped() instanceof Type.Array) {
                return isText(type, value);
            }
            Type given = types.value(value);
            return given.stripped().equals(type.stripped()) || given.stripped() instanceof Type.Unknown
                    || given.stripped() instanceof Type.Vector;
        }
    }
}

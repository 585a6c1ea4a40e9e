package org.klpls.c.types;

import java.util.List;
import org.klpls.c.ast.Initializer;
import org.klpls.c.ast.InitializerItem;

/**
 * One value of an initialiser and the part of the object that it is for.
 *
 * @param path from the object to the part; empty if it is the whole object
 * @param type of the part
 * @param value a list only where a part that is no struct, union or array is given one
 * @param item the entry of a list that holds the value, with its designators
 */
public record InitializedPart(List<Step> path, Type type, Initializer value, java.util.Optional<InitializerItem> item) {
    /** From an object to one of its parts. */
    public sealed interface Step {
        /** {@code .m}; also without a name, for an anonymous struct on the way. */
        record ToMember(PlacedMember member) implements Step {}

        /** {@code [low ... high]}, in most cases the same. */
        record ToElements(long low, long high, long elementBits) implements Step {}
    }

    public InitializedPart {
        path = List.copyOf(path);
    }

    /** Where the part begins in the object; of a range of elements the first. */
    public long offsetBits() {
        long offset = 0;
        for (Step step : path) {
            offset += switch (step) {
                case Step.ToMember(PlacedMember member) -> member.offsetBits();
                case Step.ToElements(long low, long _, long bits) -> low * bits;
            };
        }
        return offset;
    }

    /** {@code .a[2].b}, as a designator names it; anonymous members do not show. */
    public String designator() {
        StringBuilder text = new StringBuilder();
        for (Step step : path) {
            switch (step) {
                case Step.ToMember(PlacedMember member) ->
                    member.member().name().ifPresent(it -> text.append('.').append(it));
                case Step.ToElements(long low, long high, long _) ->
                    text.append('[').append(low).append(high > low ? " ... " + high : "").append(']');
            }
        }
        return text.toString();
    }
}

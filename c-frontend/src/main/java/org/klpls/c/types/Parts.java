package org.klpls.c.types;

import java.util.List;
import java.util.Optional;
import org.klpls.c.ast.Designator;
import org.klpls.c.ast.Expression;

/** The parts of an object in the order in which values without designators fill them. */
sealed interface Parts {
    /**
     * @param last its number, or that of the last element of a range
     * @param isOnTheWay it is an anonymous member, which holds what the designator names
     */
    record Part(InitializedPart.Step step, Type type, long last, boolean isOnTheWay) {}

    /** Empty past the end. */
    Optional<Part> at(long index);

    Optional<Part> designated(Designator designator, Evaluator evaluator);

    boolean isUnion();

    /** An array, whose elements are all alike: what one does not take, none does. */
    boolean isArray();

    static Parts of(Type type, Scope scope, Sizes sizes) {
        return switch (type.stripped()) {
            case Type.Struct(RecordTag tag) -> new OfRecord(tag,
                    scope.file().tags().definition(tag).flatMap(RecordDefinition::layout)
                            .filter(RecordLayout::isComplete)
                            .map(RecordLayout::members)
                            .orElse(List.of()),
                    scope.file());
            case Type.Array(Type element, ArrayLength length) -> new OfArray(element,
                    length instanceof ArrayLength.Known(long count) ? count : Long.MAX_VALUE,
                    sizes.size(element).orElse(0) * 8);
            case Type.Vector(Type element, long size) -> new OfArray(element,
                    size / Math.max(1, sizes.size(element).orElse(1)), sizes.size(element).orElse(0) * 8);
            case Type.Void _,Type.Int _,Type.BitInt _,Type.Real _,Type.Complex _,Type.Enum _,Type.Pointer _,Type.Function _,Type.Qualified _,Type.Named _,Type.BitField _,Type.Nullptr _,Type.Unknown _ ->
                new OfArray(type, 0, 0);
        };
    }

    /** @param members those that a value can be for, by their number */
    record OfRecord(RecordTag tag, List<PlacedMember> members, FileScope file) implements Parts {
        public OfRecord {
            members = members.stream().filter(it -> it.member().name().isPresent() || it.member().isAnonymous())
                    .toList();
        }

        @Override
        public Optional<Part> at(long index) {
            if (index >= members.size() || isUnion() && index > 0) {
                return Optional.empty();
            }
            return Optional.of(part((int) index, false));
        }

        private Part part(int index, boolean isOnTheWay) {
            PlacedMember member = members.get(index);
            return new Part(new InitializedPart.Step.ToMember(member), member.member().type(), index, isOnTheWay);
        }

        @Override
        public Optional<Part> designated(Designator designator, Evaluator evaluator) {
            if (!(designator instanceof Designator.Member named)) {
                return Optional.empty();
            }
            for (int i = 0; i < members.size(); i++) {
                Member member = members.get(i).member();
                boolean isIt = member.name().filter(named.name().text()::equals).isPresent();
                if (isIt || holds(member, named.name().text())) {
                    return Optional.of(part(i, !isIt));
                }
            }
            return Optional.empty();
        }

        private boolean holds(Member member, String name) {
            return member.isAnonymous() && member.type().stripped() instanceof Type.Struct(RecordTag inner)
                    && file.tags().definition(inner).flatMap(it -> it.member(name)).isPresent();
        }

        @Override
        public boolean isUnion() {
            return tag.kind() == org.klpls.c.ast.TypeSpecifier.TagKind.UNION;
        }

        @Override
        public boolean isArray() {
            return false;
        }
    }

    record OfArray(Type element, long count, long elementBits) implements Parts {
        @Override
        public Optional<Part> at(long index) {
            return index < count ? Optional.of(part(index, index)) : Optional.empty();
        }

        private Part part(long low, long high) {
            return new Part(new InitializedPart.Step.ToElements(low, high, elementBits), element, high, false);
        }

        @Override
        public Optional<Part> designated(Designator designator, Evaluator evaluator) {
            return switch (designator) {
                case Designator.Index(int _, int _, Expression index) ->
                    number(index, evaluator).filter(it -> it < count).map(it -> part(it, it));
                case Designator.Range(int _, int _, Expression low, Expression high) -> number(low, evaluator)
                        .flatMap(from -> number(high, evaluator).filter(to -> to >= from && to < count)
                                .map(to -> part(from, to)));
                case Designator.Member _ -> Optional.empty();
            };
        }

        private static Optional<Long> number(Expression expression, Evaluator evaluator) {
            return evaluator.integer(expression).filter(it -> it.signum() >= 0 && it.bitLength() < 48)
                    .map(it -> it.longValue());
        }

        @Override
        public boolean isUnion() {
            return false;
        }

        @Override
        public boolean isArray() {
            return true;
        }
    }
}

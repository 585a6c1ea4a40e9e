package org.klpls.c.types;

import java.util.Set;
import org.klpls.c.ast.Qualifier;

/**
 * A member with its place.
 *
 * @param offsetBits from the beginning of the struct that was asked
 * @param sizeBits 0 for a flexible array and for padding of no width
 * @param alignBits what its place is a multiple of; 1 for a bit-field that may begin anywhere
 */
public record PlacedMember(Member member, long offsetBits, long sizeBits, long alignBits) {
    /** As it is in an anonymous member with these qualifiers. */
    PlacedMember with(Set<Qualifier> qualifiers) {
        return qualifiers.isEmpty()
                ? this
                : new PlacedMember(new Member(member.name(), member.type().with(qualifiers), member.bits(),
                        member.node(), member.align(), member.isPacked()), offsetBits, sizeBits, alignBits);
    }

    PlacedMember at(long outerBits) {
        return outerBits == 0 ? this : new PlacedMember(member, outerBits + offsetBits, sizeBits, alignBits);
    }
}

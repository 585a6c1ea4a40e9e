package org.klpls.c.types;

import java.util.List;
import java.util.Optional;

/**
 * Where the members of a struct or union lie on x86-64.
 *
 * @param size in bytes
 * @param align in bytes
 * @param members in their order
 * @param isComplete false if a member's size is not known, as in a text with an error: then neither are these numbers
 */
public record RecordLayout(long size, long align, List<PlacedMember> members, boolean isComplete) {
    public RecordLayout {
        members = List.copyOf(members);
    }

    /** A member by its name, be it in an anonymous member. */
    Optional<PlacedMember> member(String name, FileScope file) {
        for (PlacedMember placed : members) {
            Member member = placed.member();
            if (member.name().isPresent() && member.name().get().equals(name)) {
                return Optional.of(placed);
            }
            if (member.isAnonymous() && member.type().stripped() instanceof Type.Struct(RecordTag tag)) {
                Optional<PlacedMember> inner = file.tags().definition(tag).flatMap(RecordDefinition::layout)
                        .flatMap(it -> it.member(name, file));
                if (inner.isPresent()) {
                    return inner.map(it -> it.with(member.type().qualifiers()).at(placed.offsetBits()));
                }
            }
        }
        return Optional.empty();
    }
}

package org.klpls.core.kernel;

import java.util.List;
import java.util.Optional;

/**
 * Size and members of a struct or union as the kernel lays it out. An anonymous member is followed by its own members,
 * at their places in the whole.
 */
public record StructLayout(String name, long size, List<Member> members) {
    /** One member; {@code sizeBytes} is that of its type. Anonymous members have an empty name. */
    public record Member(String name, long offsetBits, long sizeBytes) {}

    public StructLayout {
        members = List.copyOf(members);
    }

    public Optional<Member> member(String memberName) {
        return members.stream().filter(m -> m.name().equals(memberName)).findFirst();
    }
}

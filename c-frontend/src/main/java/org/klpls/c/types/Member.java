package org.klpls.c.types;

import java.util.Optional;
import org.klpls.c.ast.Node;

/**
 * A member of a struct or union.
 *
 * @param name empty for an anonymous struct or union, and for padding: {@code int : 3;}
 * @param type as it is declared, for a bit-field too
 * @param bits width of a bit-field
 * @param node what declares it: a MemberDeclarator, or the MemberDeclaration of an anonymous one
 * @param align what an attribute asks for, in bytes; 0 without one
 * @param isPacked whether an attribute of its own packs it
 */
public record Member(Optional<String> name, Type type, Optional<Integer> bits, Node node, long align,
        boolean isPacked) {
    /** A struct or union as a member without a name, whose members are as if they were of the outer one. */
    public boolean isAnonymous() {
        return name.isEmpty() && bits.isEmpty();
    }
}

package org.klpls.c.ast;

import java.util.List;

/**
 * {@code int a, b : 3;} in a struct.
 *
 * @param declarators empty for an anonymous struct or union: {@code union { int a; long b; };}
 */
public record MemberDeclaration(int first, int end, Specifiers specifiers, List<MemberDeclarator> declarators)
        implements
            StructItem {
    public MemberDeclaration {
        declarators = List.copyOf(declarators);
    }
}

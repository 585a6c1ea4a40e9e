package org.klpls.c.ast;

import java.util.List;

/**
 * Variables, prototypes, typedefs or just a tag: {@code static int a = 1, *b;}, {@code int f(void);},
 * {@code typedef int T;}, {@code struct s { int m; };}
 *
 * @param declarators empty where only a tag is declared
 */
public record Declaration(int first, int end, Specifiers specifiers, List<InitDeclarator> declarators)
        implements
            ScopedDeclaration {
    public Declaration {
        declarators = List.copyOf(declarators);
    }

    public boolean isTypedef() {
        return specifiers.storage().contains(Storage.TYPEDEF);
    }
}

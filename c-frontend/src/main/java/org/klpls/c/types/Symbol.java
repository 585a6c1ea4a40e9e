package org.klpls.c.types;

import java.util.Optional;
import org.klpls.c.ast.Name;

/** What an ordinary name stands for: one declaration of it. */
public sealed interface Symbol permits Declared, EnumConstant {
    String name();

    /** Where it is declared. */
    Name node();

    Type type();

    /** Index of the first token that sees it. */
    int visibleFrom();

    /** The declaration of the same name before this one in the same scope. */
    Optional<Symbol> earlier();
}

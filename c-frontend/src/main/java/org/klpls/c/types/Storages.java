package org.klpls.c.types;

import java.util.Optional;
import org.klpls.c.ast.Storage;

/** Where declared things live. */
final class Storages {
    private Storages() {}

    /** Whether it has an address before the program runs. */
    static boolean isStatic(Declared declared) {
        if (declared.isTypedef() || declared.isParameter()) {
            return false;
        }
        boolean storage = declared.specifiers().storage().contains(Storage.STATIC)
                || declared.specifiers().storage().contains(Storage.EXTERN);
        return declared.isFileLevel() || storage || declared.isFunction();
    }

    /** The first of a name's declarations stands for all of them. */
    static Symbol first(Symbol symbol) {
        Symbol first = symbol;
        while (first.earlier().isPresent()) {
            first = first.earlier().get();
        }
        if (first instanceof Declared declared && declared.scope() instanceof FileScope file) {
            Optional<Symbol> ofHeaders = file.headers().flatMap(it -> it.lookup(declared.name(), Integer.MAX_VALUE));
            return ofHeaders.isPresent() ? first(ofHeaders.get()) : declared;
        }
        return first;
    }
}

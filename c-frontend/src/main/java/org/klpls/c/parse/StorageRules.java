package org.klpls.c.parse;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.klpls.c.ast.Storage;
import org.klpls.c.pp.Dialect;

/** Which words for storage go together. Source: gcc 12 c/c-decl.cc declspecs_add_scspec(). */
final class StorageRules {
    private static final Set<Storage> CLASSES = EnumSet.of(Storage.TYPEDEF, Storage.EXTERN, Storage.STATIC,
            Storage.AUTO,
            Storage.REGISTER);

    private StorageRules() {}

    /** What is wrong with a word after others; empty if nothing is. */
    static Optional<String> conflict(Set<Storage> before, Storage word, String text, Dialect dialect) {
        boolean thread = before.contains(Storage.THREAD_LOCAL);
        return switch (word) {
            case INLINE, NORETURN, CONSTEXPR -> Optional.empty();
            case THREAD_LOCAL -> conflictOfThread(before, text);
            case TYPEDEF, AUTO, REGISTER, EXTERN, STATIC -> {
                if (before.contains(word)) {
                    yield Optional.of("duplicate '" + text + "'");
                }
                boolean inferred = dialect.hasAutoType() && (word == Storage.AUTO || before.contains(Storage.AUTO));
                if (!inferred && before.stream().anyMatch(CLASSES::contains)) {
                    yield Optional.of("'" + text + "' after another storage class");
                }
                boolean local = word == Storage.TYPEDEF || word == Storage.AUTO || word == Storage.REGISTER;
                yield thread && local ? Optional.of("'" + text + "' after thread-local storage") : Optional.empty();
            }
        };
    }

    private static Optional<String> conflictOfThread(Set<Storage> before, String text) {
        if (before.contains(Storage.THREAD_LOCAL)) {
            return Optional.of("duplicate '" + text + "'");
        }
        boolean local = before.contains(Storage.TYPEDEF) || before.contains(Storage.AUTO)
                || before.contains(Storage.REGISTER);
        return local ? Optional.of("'" + text + "' after another storage class") : Optional.empty();
    }
}

package org.klpls.core.loader;

import java.util.List;
import java.util.Optional;

/**
 * A struct klp_patch as klp_enable_patch() finds it.
 *
 * @param module {@code .mod}
 * @param objs {@code .objs}
 * @param objects the entries that the kernel's loop meets
 * @param states empty where it has none, or cannot have
 */
record PatchInMemory(long address, Word module, Word objs, boolean replace, Entries<Obj> objects, List<State> states) {
    PatchInMemory {
        states = List.copyOf(states);
    }

    /**
     * A static array up to its all-zero entry.
     *
     * @param end empty where there is none: the entries go on until there is no more memory
     * @param variableEnd where the array's own variable ends, if the entry at {@code end} is no longer part of it
     * @param hidden an entry of the variable behind the end, which the kernel never sees
     */
    record Entries<T>(List<T> all, Optional<Long> end, Optional<Long> variableEnd, Optional<Long> hidden) {
        Entries {
            all = List.copyOf(all);
        }

        static <T> Entries<T> none() {
            return new Entries<>(List.of(), Optional.of(0L), Optional.empty(), Optional.empty());
        }
    }

    /** One struct klp_object. {@code nameAddress} is where its name pointer stands. */
    record Obj(long address, long nameAddress, CString name, Word funcs, Entries<Func> entries) {}

    /** One struct klp_func; the addresses are those of the members. */
    record Func(long address, long oldNameAddress, CString oldName, long newFuncAddress, Word newFunc, Word sympos) {
        /** old_sympos, 0 where it is not known. */
        long symposOrZero() {
            return sympos instanceof Word.Known known ? known.value() : 0;
        }
    }

    /** One struct klp_state. */
    record State(long id, long version) {}
}

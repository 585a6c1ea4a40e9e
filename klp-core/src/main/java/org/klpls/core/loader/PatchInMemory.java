package org.klpls.core.loader;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;

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

        /** Where the entries lie, the last one of zeros too. */
        LongStream addresses(ToLongFunction<T> address) {
            return LongStream.concat(all.stream().mapToLong(address), end.stream().mapToLong(Long::longValue));
        }

        static <T> Entries<T> none() {
            return new Entries<>(List.of(), Optional.of(0L), Optional.empty(), Optional.empty());
        }
    }

    /** Members of struct klp_callbacks, in their order. Source: include/linux/livepatch.h, v4.15 to date. */
    enum CallbackMember {
        PRE_PATCH, POST_PATCH, PRE_UNPATCH, POST_UNPATCH;

        /** The member's name. */
        String member() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One struct klp_object. {@code nameAddress} is where its name pointer stands.
     *
     * @param callbacks one of each kind; none where the kernel has no callbacks
     */
    record Obj(long address, long nameAddress, CString name, Word funcs, Entries<Func> entries,
            List<Word> callbacks) {
        Obj {
            callbacks = List.copyOf(callbacks);
        }

        /** Not known where the kernel has none. */
        Word callback(CallbackMember which) {
            return callbacks.isEmpty() ? new Word.Unknown() : callbacks.get(which.ordinal());
        }
    }

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

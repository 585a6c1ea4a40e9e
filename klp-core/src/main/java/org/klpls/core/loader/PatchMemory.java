package org.klpls.core.loader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.loader.PatchInMemory.Entries;
import org.klpls.core.loader.PatchInMemory.Func;
import org.klpls.core.loader.PatchInMemory.Obj;
import org.klpls.core.loader.PatchInMemory.State;
import org.klpls.core.module.KlpStructs;

/**
 * Reads the tables of a patch out of the module's memory, with the kernel's own loops.
 * Source: include/linux/livepatch.h klp_for_each_object_static(), klp_for_each_func_static(), v6.1.
 */
final class PatchMemory {
    /** More states than any patch has; the kernel would read on. */
    private static final int MOST_STATES = 4096;

    private final RelocationContext context;
    private final KlpStructs structs;
    private final MemoryMap map;

    PatchMemory(RelocationContext context, KlpStructs structs, MemoryMap map) {
        this.context = context;
        this.structs = structs;
        this.map = map;
    }

    PatchInMemory read(long address) {
        Word objs = word(address + structs.patch().objs());
        Entries<Obj> objects = entries(objs, structs.object().size(), this::isLastObject, this::object);
        boolean replace = structs.patch().replace().map(offset -> flag(address + offset)).orElse(false);
        List<State> states = structs.patch().states().map(offset -> states(word(address + offset))).orElse(List.of());
        return new PatchInMemory(address, word(address + structs.patch().mod()), objs, replace, objects, states);
    }

    Word word(long address) {
        if (!context.memory().holds(address, Long.BYTES)) {
            return KernelImage.holds(address) ? new Word.Unknown() : new Word.NotMapped();
        }
        return context.unknown().contains(address)
                ? new Word.Unknown()
                : new Word.Known(context.memory().read(address, Long.BYTES));
    }

    /** Whether a {@code bool} is set; no where it is not known. */
    boolean flag(long address) {
        return context.memory().holds(address, 1) && context.memory().read(address, 1) != 0;
    }

    CString string(Word pointer) {
        return switch (pointer) {
            case Word.Unknown _ -> new CString.Unknown();
            case Word.NotMapped _ -> new CString.None(0);
            case Word.Known known -> known.isZero() ? new CString.Null() : string(known.value());
        };
    }

    private CString string(long address) {
        Optional<String> text = context.memory().cString(address);
        if (text.isPresent()) {
            return new CString.Text(text.get());
        }
        return KernelImage.holds(address) ? new CString.Unknown() : new CString.None(address);
    }

    private Obj object(long address) {
        long nameAddress = address + structs.object().name();
        Word funcs = word(address + structs.object().funcs());
        List<Word> callbacks = structs.object().callbacks()
                .map(offset -> LongStream.range(0, PatchInMemory.CallbackMember.values().length)
                        .mapToObj(i -> word(address + offset + i * Long.BYTES)).toList())
                .orElse(List.of());
        return new Obj(address, nameAddress, string(word(nameAddress)), funcs,
                entries(funcs, structs.func().size(), this::isLastFunc, this::func), callbacks);
    }

    private Func func(long address) {
        long oldName = address + structs.func().oldName();
        long newFunc = address + structs.func().newFunc();
        return new Func(address, oldName, string(word(oldName)), newFunc, word(newFunc),
                word(address + structs.func().oldSympos()));
    }

    private boolean isLastObject(long address) {
        return word(address + structs.object().name()).isNull() && word(address + structs.object().funcs()).isNull();
    }

    private boolean isLastFunc(long address) {
        return word(address + structs.func().oldName()).isNull() && word(address + structs.func().newFunc()).isNull()
                && word(address + structs.func().oldSympos()).isNull();
    }

    /** Nothing of an array that lies elsewhere; its first entry tells no end. */
    private <T> Entries<T> entries(Word start, long size, LongPredicate isLast, LongFunction<T> read) {
        if (!(start instanceof Word.Known known) || known.isZero()) {
            return Entries.none();
        }
        if (!context.memory().holds(known.value(), size)) {
            return KernelImage.holds(known.value())
                    ? Entries.none()
                    : new Entries<>(List.of(), Optional.empty(), Optional.empty(), Optional.empty());
        }
        List<T> all = new ArrayList<>();
        Optional<Long> variableEnd = map.symbol(known.value()).filter(s -> s.type() == ElfSymbol.STT_OBJECT)
                .filter(s -> s.size() > 0).map(s -> known.value() + s.size());
        for (long at = known.value(); context.memory().holds(at, size); at += size) {
            if (isLast.test(at)) {
                long last = at;
                return new Entries<>(all, Optional.of(at), variableEnd.filter(end -> end < last + size),
                        variableEnd.filter(end -> (end - known.value()) % size == 0)
                                .flatMap(end -> hidden(last + size, end, size, isLast)));
            }
            all.add(read.apply(at));
        }
        return new Entries<>(all, Optional.empty(), variableEnd, Optional.empty());
    }

    private Optional<Long> hidden(long start, long end, long size, LongPredicate isLast) {
        for (long at = start; at < end && context.memory().holds(at, size); at += size) {
            if (!isLast.test(at)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private List<State> states(Word start) {
        List<State> states = new ArrayList<>();
        if (start instanceof Word.Known known && !known.isZero()) {
            long at = known.value();
            while (states.size() < MOST_STATES && word(at) instanceof Word.Known id && !id.isZero()) {
                boolean there = context.memory().holds(at + structs.state().version(), Integer.BYTES);
                states.add(new State(id.value(),
                        there ? context.memory().read(at + structs.state().version(), Integer.BYTES) : 0));
                at += structs.state().size();
            }
        }
        return states;
    }
}

package org.klpls.core.module;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.elf.ShIndex;
import org.klpls.core.model.ElfPlace;
import org.klpls.core.model.KlpFunc;
import org.klpls.core.model.KlpObject;
import org.klpls.core.model.KlpPatch;
import org.klpls.core.model.KlpTable;
import org.klpls.core.model.Located;
import org.klpls.core.model.Place;
import org.klpls.core.model.TableEnd;

/** Reads the struct klp_patch at a place of a module, with its objects and funcs, through the relocations. */
final class PatchReader {
    private final ElfImage image;
    private final RelocatedData data;
    private final ModuleSymbols names;
    private final KlpStructs structs;
    private final CodeReferences code;

    PatchReader(ElfImage image, RelocatedData data, ModuleSymbols names, KlpStructs structs) {
        this.image = image;
        this.data = data;
        this.names = names;
        this.structs = structs;
        this.code = CodeReferences.of(image);
    }

    KlpPatch read(Pointer.Inside at) {
        boolean replace = structs.patch().replace()
                .flatMap(offset -> data.number(at.section(), at.offset() + offset, 1)).orElse(0L) != 0;
        Pointer objs = data.pointer(at.section(), at.offset() + structs.patch().objs());
        Place place = place(at.section(), at.offset());
        return new KlpPatch(variable(at).orElseGet(() -> sectionName(at.section()) + "+0x"
                + Long.toHexString(at.offset())), replace,
                table(objs, new EntryKind<>(structs.object().size(), this::isLastObject, this::object),
                        place(at.section(), at.offset()
                                + structs.patch().objs())),
                place);
    }

    private KlpObject object(Pointer.Inside at) {
        long nameAt = at.offset() + structs.object().name();
        long funcsAt = at.offset() + structs.object().funcs();
        Pointer funcs = data.pointer(at.section(), funcsAt);
        Optional<KlpTable<KlpFunc>> table = funcs instanceof Pointer.Null
                ? Optional.empty()
                : Optional.of(table(funcs, new EntryKind<>(structs.func().size(), this::isLastFunc, this::func),
                        place(at.section(), funcsAt)));
        return new KlpObject(string(at.section(), nameAt), table, place(at.section(), at.offset()));
    }

    private KlpFunc func(Pointer.Inside at) {
        long symposAt = at.offset() + structs.func().oldSympos();
        Optional<Located<Long>> sympos = data.number(at.section(), symposAt, 8).filter(n -> n != 0)
                .map(n -> new Located<>(n, place(at.section(), symposAt)));
        long newFuncAt = at.offset() + structs.func().newFunc();
        Optional<Located<String>> newFunc = functionName(data.pointer(at.section(), newFuncAt))
                .map(n -> new Located<>(n, place(at.section(), newFuncAt)));
        return new KlpFunc(string(at.section(), at.offset() + structs.func().oldName()), sympos, newFunc,
                place(at.section(), at.offset()));
    }

    /** A string member. A pointer that is not NULL but leads to no string in the module is told by where it leads. */
    private Optional<Located<String>> string(ShIndex section, long offset) {
        Pointer pointer = data.pointer(section, offset);
        return switch (pointer) {
            case Pointer.Null _ -> Optional.empty();
            case Pointer.Inside _,Pointer.Outside _,Pointer.Number _,Pointer.Unreadable _ ->
                Optional.of(new Located<>(data.string(pointer).orElseGet(() -> described(pointer)),
                        place(section, offset)));
        };
    }

    private Optional<String> functionName(Pointer pointer) {
        return pointer instanceof Pointer.Null ? Optional.empty() : Optional.of(described(pointer));
    }

    private String described(Pointer pointer) {
        return switch (pointer) {
            case Pointer.Null _ -> "NULL";
            case Pointer.Inside inside -> names.at(inside.section(), inside.offset()).map(ElfSymbol::name)
                    .orElseGet(() -> sectionName(inside.section()) + "+0x" + Long.toHexString(inside.offset()));
            case Pointer.Outside outside ->
                outside.addend() == 0
                        ? outside.symbol()
                        : outside.symbol() + "+0x" + Long.toHexString(outside.addend());
            case Pointer.Number number -> "0x" + Long.toHexString(number.value());
            case Pointer.Unreadable _ -> "?";
        };
    }

    /** How an array of one of the two kinds is read; an entry of zeros, as its predicate sees it, ends it. */
    private record EntryKind<T>(long size, Predicate<Pointer.Inside> isTerminator, Function<Pointer.Inside, T> read) {}

    private <T> KlpTable<T> table(Pointer start, EntryKind<T> kind, Place pointerPlace) {
        return switch (start) {
            case Pointer.Null _ -> unread(TableEnd.NO_TABLE, pointerPlace);
            case Pointer.Outside _,Pointer.Number _,Pointer.Unreadable _ -> unread(TableEnd.UNKNOWN, pointerPlace);
            case Pointer.Inside inside ->
                inside.offset() < 0 ? unread(TableEnd.UNKNOWN, pointerPlace) : entries(inside, kind);
        };
    }

    private static <T> KlpTable<T> unread(TableEnd end, Place place) {
        return new KlpTable<>(Optional.empty(), List.of(), List.of(), end, place, place);
    }

    private <T> KlpTable<T> entries(Pointer.Inside start, EntryKind<T> kind) {
        List<T> seen = new ArrayList<>();
        List<T> unseen = new ArrayList<>();
        Optional<Long> terminator = Optional.empty();
        boolean knowsEnd = isWholeVariable(start, kind.size());
        long end = arrayEnd(start);
        boolean isChanged = false;
        long at = start.offset();
        for (; at <= end - kind.size() && (knowsEnd || terminator.isEmpty()); at += kind.size()) {
            Pointer.Inside entry = new Pointer.Inside(start.section(), at);
            if (terminator.isEmpty() && code.isBase(start.section(), at, kind.size())) {
                return unread(TableEnd.UNKNOWN, place(start.section(), start.offset()));
            }
            if (terminator.isEmpty() && code.isOperand(start.section(), at, kind.size())) {
                // code may give it what is missing: what the kernel will find there is not known
                isChanged = true;
            } else if (kind.isTerminator().test(entry)) {
                terminator = terminator.isEmpty() ? Optional.of(at) : terminator;
            } else {
                (terminator.isEmpty() ? seen : unseen).add(kind.read().apply(entry));
            }
        }
        TableEnd how = isChanged && (terminator.isEmpty() || isZeros(start))
                ? TableEnd.UNKNOWN
                : terminator.isEmpty()
                        ? TableEnd.MISSING
                        : unseen.isEmpty() ? TableEnd.TERMINATED : TableEnd.EARLY;
        return new KlpTable<>(variable(start), seen, unseen, how, place(start.section(), start.offset()),
                place(start.section(), terminator.orElse(at)));
    }

    /**
     * Whether the array is a variable of its own, so that what lies behind its terminator is still part of it. It is not
     * known of a stripped module, nor of an array inside a larger struct; of NOBITS nothing lies behind it, whatever its size.
     */
    private boolean isWholeVariable(Pointer.Inside start, long entrySize) {
        return !isZeros(start) && names.at(start.section(), start.offset())
                .filter(s -> s.size() > 0 && s.size() % entrySize == 0).isPresent();
    }

    /** The end of the array's variable; without one (no symbols) the end of what can be read. */
    private long arrayEnd(Pointer.Inside start) {
        long readable = readableEnd(start);
        return names.covering(start.section(), start.offset()).map(s -> Math.min(s.value() + s.size(), readable))
                .orElse(readable);
    }

    /**
     * Sizes may lie, so bytes that are not in the file end the array. Of NOBITS only what has relocations is not zero, and so
     * ends it.
     */
    private long readableEnd(Pointer.Inside start) {
        SectionHeader section = image.section(start.section()).orElseThrow();
        return isZeros(start) ? section.size() : image.bytes(section).size();
    }

    private boolean isZeros(Pointer.Inside at) {
        return image.section(at.section()).orElseThrow().type() == SectionHeader.SHT_NOBITS;
    }

    /** Source: include/linux/livepatch.h klp_for_each_func_static, v6.1. */
    private boolean isLastFunc(Pointer.Inside at) {
        return isNull(at, structs.func().oldName()) && isNull(at, structs.func().newFunc())
                && isNull(at, structs.func().oldSympos());
    }

    /** Source: include/linux/livepatch.h klp_for_each_object_static, v6.1. */
    private boolean isLastObject(Pointer.Inside at) {
        return isNull(at, structs.object().name()) && isNull(at, structs.object().funcs());
    }

    private boolean isNull(Pointer.Inside entry, long member) {
        return data.pointer(entry.section(), entry.offset() + member) instanceof Pointer.Null;
    }

    private Optional<String> variable(Pointer.Inside at) {
        return names.at(at.section(), at.offset()).map(ElfSymbol::name);
    }

    private String sectionName(ShIndex section) {
        return image.section(section).map(SectionHeader::name).orElse("");
    }

    private Place place(ShIndex section, long offset) {
        ElfPlace place = ElfPlace.of(image.path(), sectionName(section), offset);
        return new Place.InModule(
                names.covering(section, offset).map(s -> place.withSymbol(s.name())).orElse(place));
    }
}

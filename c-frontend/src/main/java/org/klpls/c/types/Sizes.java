package org.klpls.c.types;

import java.util.OptionalLong;

/** Sizes and alignments on x86-64, in bytes. */
final class Sizes {
    private static final long MOST = 1L << 58;

    private final FileScope file;

    Sizes(FileScope file) {
        this.file = file;
    }

    /** As sizeof has it, with GNU's 1 for void and functions. Empty for what is incomplete or not known before run time. */
    OptionalLong size(Type type) {
        return switch (type) {
            case Type.Void _,Type.Function _ -> OptionalLong.of(1);
            case Type.Int(IntKind kind) -> OptionalLong.of(kind.bits() / 8);
            case Type.BitInt(int bits, boolean _) -> OptionalLong.of(bitIntSize(bits));
            case Type.Real(RealKind kind) -> OptionalLong.of(kind.size());
            case Type.Complex(Type part) -> times(size(part), 2);
            case Type.Struct(RecordTag tag) -> file.tags().definition(tag).flatMap(RecordDefinition::layout)
                    .filter(RecordLayout::isComplete)
                    .map(it -> OptionalLong.of(it.size())).orElseGet(OptionalLong::empty);
            case Type.Enum(EnumTag tag) -> file.tags().definition(tag).map(it -> size(it.underlying()))
                    .orElseGet(OptionalLong::empty);
            case Type.Pointer _,Type.Nullptr _ -> OptionalLong.of(8);
            case Type.Array(Type element, ArrayLength.Known(long count)) -> times(size(element), count);
            case Type.Array _,Type.Unknown _ -> OptionalLong.empty();
            case Type.Vector(Type _, long size) -> OptionalLong.of(size);
            case Type.Qualified(Type inner, var _) -> size(inner);
            case Type.Named named -> size(named.meaning());
            case Type.BitField(Type declared, int _) -> size(declared);
        };
    }

    /** The smallest of 1, 2, 4 and 8 bytes that holds it, else whole 8 bytes. Source: x86-64 psABI 3.1.2. */
    private static long bitIntSize(int bits) {
        return bits <= 64 ? Math.max(1, Integer.highestOneBit(2 * bits - 1) / 8) : (bits + 63L) / 64 * 8;
    }

    private static OptionalLong times(OptionalLong size, long count) {
        if (size.isEmpty() || count == 0) {
            return size.isEmpty() ? size : OptionalLong.of(0);
        }
        return size.getAsLong() > MOST / count ? OptionalLong.empty() : OptionalLong.of(size.getAsLong() * count);
    }

    /** As __alignof__ has it of a type; 1 where that cannot be known. */
    long align(Type type) {
        return switch (type) {
            case Type.Void _,Type.Function _,Type.Unknown _ -> 1;
            case Type.Int(IntKind kind) -> kind.bits() / 8;
            case Type.BitInt(int bits, boolean _) -> Math.min(8, bitIntSize(bits));
            case Type.Real(RealKind kind) -> kind.size();
            case Type.Complex(Type part) -> align(part);
            case Type.Struct(RecordTag tag) ->
                file.tags().definition(tag).flatMap(RecordDefinition::layout).map(RecordLayout::align).orElse(1L);
            case Type.Enum(EnumTag tag) -> file.tags().definition(tag)
                    .map(it -> Math.max(align(it.underlying()), it.attributeAlign())).orElse(1L);
            case Type.Pointer _,Type.Nullptr _ -> 8;
            case Type.Array(Type element, ArrayLength _) -> align(element);
            case Type.Vector(Type _, long size) -> Math.max(1, Long.highestOneBit(size));
            case Type.Qualified(Type inner, var _) -> align(inner);
            case Type.Named named -> named.align() > 0 ? named.align() : align(named.meaning());
            case Type.BitField(Type declared, int _) -> align(declared);
        };
    }
}

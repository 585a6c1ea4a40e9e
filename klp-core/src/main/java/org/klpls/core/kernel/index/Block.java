package org.klpls.core.kernel.index;

/** The parts of an index. Their numbers are part of the format: append, never reorder. */
enum Block {
    /** Lines of key, tab, value in UTF-8. */
    IDENTITY,
    /** Strings: length in 2 bytes, then latin-1. Other blocks point here by offset. */
    POOL,
    /** Per object 12 bytes: name in the pool, first symbol, number of symbols. */
    OBJECTS,
    /** Per symbol 4 bytes: name in the pool. Symbols of an object are in the kernel's order. */
    NAMES,
    /** Per symbol 8 bytes. */
    ADDRESSES,
    /** Per symbol 1 byte: nm's letter. */
    TYPES,
    /** Per symbol 1 byte, see {@link TraceCode}. */
    TRACES,
    /** Per symbol 1 byte: ordinal of {@link org.klpls.core.kernel.TextRange}. */
    RANGES,
    /** Per symbol 4 bytes; -1 is unknown. */
    SIZES,
    /** Hash table from names to groups, see {@link NamedSymbols}. */
    SLOTS,
    /** The symbols of each object by name, see {@link NamedSymbols}. */
    GROUPS,
    /** Per symbol 4 bytes: its sympos. */
    SYMPOS,
    /** Per export 20 bytes, sorted by name: name, owner, namespace or -1, flags, CRC. */
    EXPORTS,
    /** As in vmlinux. */
    BTF,
    /** Lines of CONFIG_NAME=value in UTF-8. */
    CONFIG,
    /** Per type of BTF 4 bytes: where it begins. */
    BTF_OFFSETS,
    /** Hash table from names to types, see {@link org.klpls.core.btf.BtfTables}. */
    BTF_SLOTS,
    /** What debug info tells of vmlinux' functions, see {@link org.klpls.core.dwarf.InlineMap}. */
    INLINES,
    /** Lines, see {@link ModulesBlock}. */
    MODULES;

    /** Whether the block can be made again from others, and so is left out of the compact form. */
    boolean isDerived() {
        return switch (this) {
            case SLOTS, GROUPS, SYMPOS, BTF_OFFSETS, BTF_SLOTS -> true;
            case IDENTITY, POOL, OBJECTS, NAMES, ADDRESSES, TYPES, TRACES, RANGES, SIZES, EXPORTS, BTF, CONFIG,
                    INLINES, MODULES ->
                false;
        };
    }
}

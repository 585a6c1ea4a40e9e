package org.klpls.core.kernel.index;

import java.util.Optional;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.kernel.TextRange;
import org.klpls.core.kernel.Traceability;
import org.klpls.core.model.ObjectName;

/** The symbols of an index: numbers in its blocks, read where they stand. */
final class IndexSymbols {
    /** Bytes of a symbol in the columns: name, address, type, trace, range, size. */
    static final int COLUMNS = 4 + 8 + 1 + 1 + 1 + 4;
    private static final TextRange[] RANGES = TextRange.values();

    private final ElfBytes pool;
    private final ElfBytes objects;
    private final ElfBytes names;
    private final ElfBytes addresses;
    private final ElfBytes types;
    private final ElfBytes traces;
    private final ElfBytes ranges;
    private final ElfBytes sizes;

    private IndexSymbols(IndexBlocks blocks) {
        pool = blocks.get(Block.POOL);
        objects = blocks.get(Block.OBJECTS);
        names = blocks.get(Block.NAMES);
        addresses = blocks.get(Block.ADDRESSES);
        types = blocks.get(Block.TYPES);
        traces = blocks.get(Block.TRACES);
        ranges = blocks.get(Block.RANGES);
        sizes = blocks.get(Block.SIZES);
    }

    static IndexSymbols of(IndexBlocks blocks) {
        return new IndexSymbols(blocks);
    }

    /** Whether columns are of one length, objects lie inside of them, and names of objects are not parts of each other. */
    boolean areConsistent() {
        long count = types.size();
        boolean columns = names.size() == count * Integer.BYTES && addresses.size() == count * Long.BYTES
                && traces.size() == count && ranges.size() == count && sizes.size() == count * Integer.BYTES;
        long next = 0;
        long named = 0;
        for (int object = 0; columns && object < objects(); object++) {
            columns = first(object) == next && count(object) >= 0;
            next += count(object);
            named += textLength(objects.s32((long) object * IndexWriter.OBJECT_SIZE));
        }
        // Each name stands in the pool once. Two, as the same object may be there twice.
        return columns && next == count && named <= 2 * pool.size();
    }

    int count() {
        return (int) types.size();
    }

    int objects() {
        return (int) (objects.size() / IndexWriter.OBJECT_SIZE);
    }

    ObjectName object(int object) {
        return ObjectName.ofElfName(string(objects.s32((long) object * IndexWriter.OBJECT_SIZE)));
    }

    int first(int object) {
        return objects.s32((long) object * IndexWriter.OBJECT_SIZE + 4);
    }

    int count(int object) {
        return objects.s32((long) object * IndexWriter.OBJECT_SIZE + 8);
    }

    int nameOffset(int symbol) {
        return names.s32((long) symbol * Integer.BYTES);
    }

    String name(int symbol) {
        return string(nameOffset(symbol));
    }

    /** Bytes of a name, as it says itself. */
    int nameLength(int symbol) {
        return textLength(nameOffset(symbol));
    }

    private int textLength(int offset) {
        long at = Integer.toUnsignedLong(offset);
        return pool.holds(at, 2) ? pool.u16(at) : 0;
    }

    /** A copy of the pool of names. */
    byte[] pool() {
        return pool.toArray();
    }

    /** A string of the pool; empty where the offset lies outside. */
    String string(int offset) {
        long at = Integer.toUnsignedLong(offset);
        return pool.holds(at, 2) && pool.holds(at + 2, pool.u16(at)) ? pool.text(at + 2, pool.u16(at)) : "";
    }

    Optional<String> optionalString(int offset) {
        return offset == -1 ? Optional.empty() : Optional.of(string(offset));
    }

    long address(int symbol) {
        return addresses.u64((long) symbol * Long.BYTES);
    }

    int size(int symbol) {
        return sizes.s32((long) symbol * Integer.BYTES);
    }

    Traceability traceability(int symbol) {
        return TraceCode.read((byte) traces.u8(symbol));
    }

    TextRange range(int symbol) {
        int code = ranges.u8(symbol);
        return code < RANGES.length ? RANGES[code] : TextRange.UNKNOWN;
    }

    char type(int symbol) {
        return (char) types.u8(symbol);
    }

    KernelSymbol symbol(ObjectName object, String name, int symbol, int sympos) {
        return new KernelSymbol(object, name, address(symbol), type(symbol), sympos,
                SymbolColumns.known(size(symbol)));
    }
}

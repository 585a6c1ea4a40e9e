package org.klpls.core.kernel.index;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.kernel.TextRange;
import org.klpls.core.kernel.Traceability;
import org.klpls.core.model.ObjectName;

/** The symbols of an index: numbers in its blocks, read where they stand. */
final class IndexSymbols {
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

    /** Whether columns are of one length and objects lie inside of them. */
    boolean areConsistent() {
        long count = types.size();
        boolean columns = names.size() == count * Integer.BYTES && addresses.size() == count * Long.BYTES
                && traces.size() == count && ranges.size() == count && sizes.size() == count * Integer.BYTES;
        long next = 0;
        for (int object = 0; columns && object < objects(); object++) {
            columns = first(object) == next && count(object) >= 0;
            next += count(object);
        }
        return columns && next == count;
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

    /** Whether the symbol has this name; no string is made. */
    boolean isNamed(int symbol, String name) {
        long at = Integer.toUnsignedLong(nameOffset(symbol));
        if (!pool.holds(at, 2) || pool.u16(at) != name.length() || !pool.holds(at + 2, name.length())) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (pool.u8(at + 2 + i) != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** A string of the pool; empty where the offset lies outside. */
    String string(int offset) {
        long at = Integer.toUnsignedLong(offset);
        if (!pool.holds(at, 2) || !pool.holds(at + 2, pool.u16(at))) {
            return "";
        }
        byte[] latin = new byte[pool.u16(at)];
        pool.slice(at + 2, latin.length).copyTo(latin, 0);
        return new String(latin, StandardCharsets.ISO_8859_1);
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

    KernelSymbol symbol(ObjectName object, String name, int symbol, int sympos) {
        int size = size(symbol);
        return new KernelSymbol(object, name, address(symbol), (char) types.u8(symbol), sympos,
                size == SymbolColumns.UNKNOWN_SIZE ? OptionalLong.empty() : OptionalLong.of(size));
    }
}

package org.klpls.core.kernel.index;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.kernel.Export;
import org.klpls.core.model.ObjectName;

/** The exports of an index, sorted by name. */
final class IndexExports {
    private IndexExports() {}

    static Optional<Export> find(ElfBytes block, IndexSymbols strings, String name) {
        long low = 0;
        long high = block.size() / IndexWriter.EXPORT_SIZE - 1;
        while (low <= high) {
            long middle = (low + high) >>> 1;
            int order = strings.string(block.s32(middle * IndexWriter.EXPORT_SIZE)).compareTo(name);
            if (order == 0) {
                return Optional.of(at(block, strings, middle));
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }

    static Stream<Export> all(ElfBytes block, IndexSymbols strings) {
        return LongStream.range(0, block.size() / IndexWriter.EXPORT_SIZE).mapToObj(i -> at(block, strings, i));
    }

    private static Export at(ElfBytes block, IndexSymbols strings, long index) {
        long at = index * IndexWriter.EXPORT_SIZE;
        int flags = block.s32(at + 12);
        OptionalInt crc = (flags & IndexWriter.HAS_CRC) != 0 ? OptionalInt.of(block.s32(at + 16)) : OptionalInt.empty();
        return new Export(strings.string(block.s32(at)), ObjectName.ofElfName(strings.string(block.s32(at + 4))),
                (flags & IndexWriter.GPL_ONLY) != 0, strings.optionalString(block.s32(at + 8)), crc);
    }
}

package org.klpls.core.btf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.klpls.core.elf.ElfBytes;

/**
 * What makes types of BTF quick to find; can be kept beside them.
 *
 * @param offsets 4 bytes a type: where it begins
 * @param slots 4 bytes a slot: a hash table from names to ids; a power of two of them
 */
public record BtfTables(ElfBytes offsets, ElfBytes slots) {
    public BtfTables {
        if (slots.size() < Integer.BYTES || Long.bitCount(slots.size()) != 1) {
            throw new IllegalArgumentException("the slots are no power of two");
        }
    }

    static ElfBytes column(int[] numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(numbers);
        return ElfBytes.of(bytes.array());
    }
}

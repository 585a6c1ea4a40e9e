package org.klpls.core.btf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.klpls.core.elf.ElfBytes;

/**
 * The types of vmlinux and of one module as those of one file: ids and strings of a module go on where those of vmlinux end, so
 * they need only be put one behind the other.
 */
final class JoinedBtf {
    private static final int HEADER = 24;

    private JoinedBtf() {}

    static byte[] of(ElfBytes vmlinux, ElfBytes module) {
        ElfBytes types = types(vmlinux);
        ElfBytes more = types(module);
        ElfBytes strings = strings(vmlinux);
        ElfBytes moreStrings = strings(module);
        int typeLength = (int) (types.size() + more.size());
        int stringLength = (int) (strings.size() + moreStrings.size());
        ByteBuffer out = ByteBuffer.allocate(HEADER + typeLength + stringLength).order(ByteOrder.LITTLE_ENDIAN);
        out.putShort((short) vmlinux.u16(0)).put((byte) vmlinux.u8(2)).put((byte) vmlinux.u8(3)).putInt(HEADER)
                .putInt(0).putInt(typeLength).putInt(typeLength).putInt(stringLength);
        out.put(types.toArray()).put(more.toArray()).put(strings.toArray()).put(moreStrings.toArray());
        return out.array();
    }

    private static ElfBytes types(ElfBytes section) {
        return section.slice(section.u32(4) + section.u32(8), section.u32(12));
    }

    private static ElfBytes strings(ElfBytes section) {
        return section.slice(section.u32(4) + section.u32(16), section.u32(20));
    }
}

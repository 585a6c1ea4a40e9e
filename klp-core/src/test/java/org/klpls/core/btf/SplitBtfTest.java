package org.klpls.core.btf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.kernel.StructLayout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Types of modules, put together byte by byte. Source of the layout: include/uapi/linux/btf.h, v6.12. */
class SplitBtfTest {
    private static final int INT = 1;
    private static final int PTR = 2;
    private static final int STRUCT = 4;
    private static final int FUNC = 12;
    private static final int FUNC_PROTO = 13;

    /** A section in the making: types by id from where the base ends. */
    private static final class Draft {
        private final ByteArrayOutputStream types = new ByteArrayOutputStream();
        private final ByteArrayOutputStream strings = new ByteArrayOutputStream();
        private final int firstString;

        Draft(int firstString) {
            this.firstString = firstString;
            strings.write(0);
        }

        int name(String name) {
            int at = firstString + strings.size();
            strings.writeBytes((name + "\0").getBytes(StandardCharsets.ISO_8859_1));
            return at;
        }

        Draft type(int name, int kind, int vlen, int sizeOrType, int... following) {
            ByteBuffer bytes = ByteBuffer.allocate(12 + 4 * following.length).order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(name).putInt(kind << 24 | vlen).putInt(sizeOrType);
            for (int word : following) {
                bytes.putInt(word);
            }
            types.writeBytes(bytes.array());
            return this;
        }

        ElfBytes section() {
            ByteBuffer bytes = ByteBuffer.allocate(24 + types.size() + strings.size()).order(ByteOrder.LITTLE_ENDIAN)
                    .putShort((short) 0xeb9f).put((byte) 1).put((byte) 0).putInt(24).putInt(0).putInt(types.size())
                    .putInt(types.size()).putInt(strings.size());
            return ElfBytes.of(bytes.put(types.toByteArray()).put(strings.toByteArray()).array());
        }
    }

    /**
     * What .BTF.base holds of the kernel: of a struct its name and size only. Source: tools/lib/bpf/btf.c btf__distill_base(),
     * v6.11.
     */
    private static Draft distilled() {
        Draft base = new Draft(0);
        return base.type(base.name("int"), INT, 0, 4, 32).type(base.name("seq_file"), STRUCT, 0, 120);
    }

    private static Btf base() {
        return assertInstanceOf(BtfReading.Read.class, Btf.read(distilled().section())).btf();
    }

    /** A function that takes a struct of the base, and a struct that holds one. */
    private static Draft module() {
        Draft split = new Draft(distilled().strings.size());
        return split.type(0, PTR, 0, 2).type(0, FUNC_PROTO, 1, 1, split.name("m"), 3)
                .type(split.name("fix_show"), FUNC, 0, 4)
                .type(split.name("fix_state"), STRUCT, 2, 128, split.name("file"), 2, 0, split.name("count"), 1, 960);
    }

    @Test
    void aModuleWithABaseOfItsOwnTellsPrototypesAndLayouts() {
        Btf btf = assertInstanceOf(BtfReading.Read.class, Btf.readModule(module().section(), base())).btf();
        assertEquals(Optional.of("int fix_show(struct seq_file *m)"), btf.declaration("fix_show"));
        StructLayout layout = btf.layout("fix_state").orElseThrow();
        assertEquals(128, layout.size());
        assertEquals(new StructLayout.Member("file", 0, 120), layout.members().getFirst());
        assertEquals(new StructLayout.Member("count", 960, 4), layout.members().getLast());
        assertEquals(120, btf.layout("seq_file").orElseThrow().size(), "of the base");
        assertEquals(Optional.empty(), btf.declaration("gone"));
    }

    @Test
    void aModulesOwnStructStandsBeforeItsNamesakesInTheKernel() {
        Draft split = module();
        split.type(split.name("seq_file"), STRUCT, 0, 8).type(split.name("seq_file"), STRUCT, 0, 16);
        Btf btf = assertInstanceOf(BtfReading.Read.class, Btf.readModule(split.section(), base())).btf();
        assertEquals(List.of(8L, 16L, 120L), btf.layouts("seq_file").stream().map(StructLayout::size).toList());
    }

    @Test
    void typesThatGoOnFromAnotherBuildAreRefused() {
        Draft split = new Draft(distilled().strings.size());
        split.type(3, PTR, 0, 1); // in the middle of "int"
        assertInstanceOf(BtfReading.Failure.class, Btf.readModule(split.section(), base()));
    }

    @Test
    void damagedTypesAreReadAsFarAsTheyGo() {
        byte[] sound = module().section().toArray();
        Random random = new Random(7);
        int read = 0;
        for (int i = 0; i < Integer.getInteger("klpls.mutations", 2000); i++) {
            byte[] damaged = sound.clone();
            for (int j = random.nextInt(4); j >= 0; j--) {
                damaged[8 + random.nextInt(damaged.length - 8)] = (byte) random.nextInt(256);
            }
            if (Btf.readModule(ElfBytes.of(damaged), base()) instanceof BtfReading.Read(Btf btf)) {
                read++;
                btf.declaration("fix_show");
                btf.layout("fix_state");
                btf.definition("fix_state");
            }
        }
        assertTrue(read > 0);
    }
}

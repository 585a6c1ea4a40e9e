package org.klpls.core.loader;

import java.util.Optional;
import java.util.OptionalLong;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.kernel.StructLayout;
import org.klpls.core.kernel.TargetKernel;

/**
 * The module's struct module: the kernel first works in its copy of the file, wherever the section's header points, then
 * in the section's copy in the module's memory. Source: kernel/module/main.c setup_load_info() and move_module(), v6.1.
 *
 * @param header the section, {@code .gnu.linkonce.this_module}
 * @param struct the kernel's layout of it; empty where that is not known
 */
record ThisModule(ElfImage image, Optional<SectionHeader> header, Optional<StructLayout> struct,
        OptionalLong sizeInLayout) {
    static final String SECTION = ".gnu.linkonce.this_module";

    static ThisModule of(ElfImage image, TargetKernel kernel) {
        OptionalLong size = kernel.layout("module_layout").flatMap(l -> l.member("size"))
                .map(m -> OptionalLong.of(m.offsetBits() / Byte.SIZE)).orElse(OptionalLong.empty());
        return new ThisModule(image,
                image.sections().stream().filter(s -> s.isAlloc() && s.name().equals(SECTION)).findFirst(),
                kernel.layout("module"), size);
    }

    /** Bytes from the start of the struct; empty where its layout is not known. */
    OptionalLong offsetOf(String member) {
        return struct.flatMap(s -> s.member(member)).map(m -> OptionalLong.of(m.offsetBits() / Byte.SIZE))
                .orElse(OptionalLong.empty());
    }

    /** Whether the section is long enough for this member to come into memory, and has bytes at all. */
    boolean holds(String member) {
        OptionalLong offset = offsetOf(member);
        return offset.isEmpty() || header.filter(h -> h.type() != SectionHeader.SHT_NOBITS
                && Long.compareUnsigned(offset.getAsLong(), h.size()) < 0).isPresent();
    }

    /** What the layout of core begins with: 0, unless the file has something there. */
    int coreSizeInFile() {
        return sizeInFile("core_layout");
    }

    int initSizeInFile() {
        return sizeInFile("init_layout");
    }

    private int sizeInFile(String member) {
        OptionalLong offset = offsetOf(member);
        if (header.isEmpty() || offset.isEmpty() || sizeInLayout.isEmpty()) {
            return 0;
        }
        ElfBytes file = image.file();
        long at = header.get().offset() + offset.getAsLong() + sizeInLayout.getAsLong();
        return file.holds(at, Integer.BYTES) ? file.s32(at) : 0;
    }
}

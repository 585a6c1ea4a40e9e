package org.klpls.core.loader;

import java.util.OptionalLong;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.model.ElfPlace;
import org.klpls.core.reloc.ModuleMemory;

/** Gives the module its memory and copies the sections there. Source: kernel/module/main.c move_module(), v6.1. */
final class MoveModule {
    /** What the kernel needs of struct module afterwards, or it writes to addresses near 0: the pieces of memory. */
    private static final String[] POINTERS = {"core_layout", "init_layout", "mem"};
    private static final String KLP = "klp";

    private MoveModule() {}

    static ModuleMemory run(Loading loading, ModuleLayout layout) {
        ModuleMemory memory = new ModuleMemory();
        ElfImage image = loading.image();
        layout.regions().forEach(region -> memory.allocate(region.base(), region.size()));
        for (SectionHeader section : image.sections()) {
            if (section.type() != SectionHeader.SHT_NOBITS) {
                layout.address(section.index()).filter(address -> memory.holds(address, 1))
                        .ifPresent(address -> memory.copy(address, image.bytes(section)));
            }
        }
        struct(loading, layout, memory);
        return memory;
    }

    /** What was written into the copy in the file is lost where the section does not reach that far. */
    private static void struct(Loading loading, ModuleLayout layout, ModuleMemory memory) {
        ThisModule struct = ThisModule.of(loading.image(), loading.kernel());
        SectionHeader header = struct.header().orElseThrow();
        for (String member : POINTERS) {
            if (!struct.holds(member)) {
                loading.happens(new ElfEvent.ThisModuleTooShort(
                        ElfPlace.of(loading.module().path(), header.name(), 0), header.size()));
                break;
            }
        }
        OptionalLong klp = struct.offsetOf(KLP);
        if (loading.module().isMarkedLivepatch() && klp.isPresent() && struct.holds(KLP)) {
            layout.address(header.index()).map(base -> base + klp.getAsLong())
                    .filter(address -> memory.holds(address, 1)).ifPresent(address -> memory.write(address, 1, 1));
        }
    }
}

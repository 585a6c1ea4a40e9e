package org.klpls.core.loader;

import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.reloc.ModuleMemory;

/** Gives the module its memory and copies the sections there. Source: kernel/module/main.c move_module(), v6.1. */
final class MoveModule {
    private MoveModule() {}

    static ModuleMemory run(ElfImage image, ModuleLayout layout) {
        ModuleMemory memory = new ModuleMemory();
        memory.allocate(layout.coreBase(), layout.coreSize());
        memory.allocate(layout.initBase(), layout.initSize());
        for (SectionHeader section : image.sections()) {
            layout.address(section.index()).filter(address -> memory.holds(address, 1))
                    .ifPresent(address -> memory.copy(address, image.content(section)));
        }
        return memory;
    }
}

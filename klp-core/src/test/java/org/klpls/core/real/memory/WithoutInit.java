package org.klpls.core.real.memory;

import org.klpls.core.elf.ElfDraft;
import org.klpls.core.real.Stock;

/** A module whose init function does not run: what it would write at run time is not the loader's work. */
final class WithoutInit {
    private static final String RELOCATIONS = ".rela.gnu.linkonce.this_module";

    /** Where struct module has its init function. */
    private static final long INIT = Stock.kernel().layout("module").flatMap(module -> module.member("init"))
            .orElseThrow().offsetBits() / Byte.SIZE;

    private WithoutInit() {}

    static byte[] of(byte[] module) {
        ElfDraft draft = ElfDraft.of(module);
        draft.sections.stream().filter(section -> section.name.equals(RELOCATIONS)).forEach(
                relas -> relas.relas(relas.relas().stream().filter(entry -> entry.offset() != INIT).toList()));
        return draft.build();
    }
}

package org.klpls.core.loader;

import java.util.List;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.elf.SymIndex;
import org.klpls.core.elf.SymbolTable;
import org.klpls.core.module.LivepatchModule;

import static org.klpls.core.elf.SectionHeader.SHF_ALLOC;
import static org.klpls.core.elf.SectionHeader.SHF_EXECINSTR;
import static org.klpls.core.elf.SectionHeader.SHF_RO_AFTER_INIT;
import static org.klpls.core.elf.SectionHeader.SHF_WRITE;

/**
 * The order and the offsets of a module's sections in memory. Sizes are summed in 32 bits, as the kernel sums them.
 * Source: kernel/module/main.c layout_sections() and rewrite_section_headers(), kernel/module/kallsyms.c
 * layout_symtab(), v6.1, with CONFIG_STRICT_MODULE_RWX and CONFIG_MODULE_UNLOAD.
 */
final class LayoutSections {
    private static final int PAGE = 4096;
    private static final int MOD_KALLSYMS_SIZE = 32;
    /** Wanted flags and unwanted ones, in the order in which sections are laid out; the kernel's fifth is empty on x86. */
    private static final long[][] MASKS = {{SHF_EXECINSTR | SHF_ALLOC, 0}, {SHF_ALLOC, SHF_WRITE},
            {SHF_RO_AFTER_INIT | SHF_ALLOC, 0}, {SHF_WRITE | SHF_ALLOC, 0}, {SHF_ALLOC, 0}};
    private static final int LAST_READ_ONLY = 2;
    private static final int LAST = MASKS.length - 1;

    private final LivepatchModule module;
    private final ElfImage image;
    private final long[] flags;
    private final long[] offsets;
    private final boolean[] placed;
    private final boolean[] init;
    private int coreSize;
    private int initSize;

    private LayoutSections(LivepatchModule module) {
        this.module = module;
        this.image = module.image();
        int count = image.sections().size();
        this.flags = image.sections().stream().mapToLong(SectionHeader::flags).toArray();
        this.offsets = new long[count];
        this.placed = new boolean[count];
        this.init = new boolean[count];
    }

    /** The layout at the lowest free address. */
    static ModuleLayout of(LivepatchModule module, long base) {
        LayoutSections layout = new LayoutSections(module);
        layout.frobFlags();
        layout.sections(false);
        layout.sections(true);
        layout.symtab();
        return layout.at(base);
    }

    /** Some sections are only looked at, or lie elsewhere; two become read-only once init has run. */
    private void frobFlags() {
        for (String name : List.of("__versions", ".modinfo", ".data..percpu")) {
            first(name).ifPresent(s -> flags[s.index().value()] &= ~SHF_ALLOC);
        }
        for (String name : List.of(".data..ro_after_init", "__jump_table")) {
            first(name).ifPresent(s -> flags[s.index().value()] |= SHF_RO_AFTER_INIT);
        }
    }

    private java.util.Optional<SectionHeader> first(String name) {
        return image.sections().stream().filter(s -> s.isAlloc() && s.name().equals(name)).findFirst();
    }

    private void sections(boolean initPart) {
        for (int m = 0; m < MASKS.length; m++) {
            for (SectionHeader section : image.sections()) {
                int i = section.index().value();
                boolean fits = (flags[i] & MASKS[m][0]) == MASKS[m][0] && (flags[i] & MASKS[m][1]) == 0;
                if (fits && !placed[i] && section.name().startsWith(".init") == initPart) {
                    place(section, initPart);
                }
            }
            if (m == LAST || m < LAST_READ_ONLY || m == LAST_READ_ONLY && !initPart) {
                align(initPart);
            }
        }
    }

    private void place(SectionHeader section, boolean initPart) {
        int i = section.index().value();
        int align = (int) section.addralign() == 0 ? 1 : (int) section.addralign();
        int offset = (initPart ? initSize : coreSize) + (align - 1) & ~(align - 1);
        placed[i] = true;
        init[i] = initPart;
        offsets[i] = Integer.toUnsignedLong(offset);
        grow(initPart, (int) (offset + section.size()));
    }

    private void grow(boolean initPart, int size) {
        if (initPart) {
            initSize = size;
        } else {
            coreSize = size;
        }
    }

    private void align(boolean initPart) {
        grow(initPart, (initPart ? initSize : coreSize) + (PAGE - 1) & -PAGE);
    }

    /** The symbol table goes into init memory, and a copy of what stays known, for a livepatch all, into core. */
    private void symtab() {
        SectionHeader table = image.symbolTableSection().orElseThrow();
        place(table, true);
        SymbolTable symbols = image.symbols();
        int copied = 0;
        int strings = 0;
        for (long i = 0; i < symbols.count(); i++) {
            SymIndex index = new SymIndex(i);
            if (i == 0 || module.isMarkedLivepatch() || isCoreSymbol(symbols.get(index))) {
                copied++;
                strings += symbols.name(index).length() + 1;
            }
        }
        int align = (int) table.addralign() == 0 ? 1 : (int) table.addralign();
        coreSize = (coreSize + align - 1 & -align) + copied * ElfSymbol.SIZE + strings + copied;
        align(false);
        image.section(table.link()).ifPresent(s -> place(s, true));
        initSize = (initSize + 7 & -8) + MOD_KALLSYMS_SIZE + (int) symbols.count();
        align(true);
    }

    private boolean isCoreSymbol(ElfSymbol symbol) {
        return symbol.section().flatMap(image::section)
                .filter(s -> (flags[s.index().value()] & SHF_ALLOC) != 0 && !init[s.index().value()]).isPresent();
    }

    private ModuleLayout at(long base) {
        long core = Integer.toUnsignedLong(coreSize);
        long initBase = base + core + PAGE;
        long[] addresses = new long[offsets.length];
        for (int i = 0; i < addresses.length; i++) {
            addresses[i] = placed[i] ? (init[i] ? initBase : base) + offsets[i] : 0;
        }
        return new ModuleLayout(base, core, initBase, Integer.toUnsignedLong(initSize), addresses);
    }
}

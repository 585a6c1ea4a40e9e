package org.klpls.core.loader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.elf.SymIndex;
import org.klpls.core.elf.SymbolTable;
import org.klpls.core.kernel.KernelChange;
import org.klpls.core.kernel.KernelVersion;
import org.klpls.core.module.LivepatchModule;

import static org.klpls.core.elf.SectionHeader.SHF_ALLOC;
import static org.klpls.core.elf.SectionHeader.SHF_EXECINSTR;
import static org.klpls.core.elf.SectionHeader.SHF_RO_AFTER_INIT;
import static org.klpls.core.elf.SectionHeader.SHF_WRITE;

/**
 * The order and the offsets of a module's sections in memory. Sizes are summed in 32 bits, as the kernel sums them.
 * Source: kernel/module/main.c layout_sections() and rewrite_section_headers(), kernel/module/kallsyms.c
 * layout_symtab(), v6.1 and v6.12, with CONFIG_STRICT_MODULE_RWX and CONFIG_MODULE_UNLOAD.
 */
final class LayoutSections {
    private static final int MOD_KALLSYMS_SIZE = 32;
    /** Wanted flags and unwanted ones, in the order in which sections are laid out; the kernel's fifth is empty on x86. */
    private static final long[][] MASKS = {{SHF_EXECINSTR | SHF_ALLOC, 0}, {SHF_ALLOC, SHF_WRITE},
            {SHF_RO_AFTER_INIT | SHF_ALLOC, 0}, {SHF_WRITE | SHF_ALLOC, 0}, {SHF_ALLOC, 0}};
    private static final int LAST_READ_ONLY = 2;
    private static final int LAST = MASKS.length - 1;

    private final LivepatchModule module;
    private final ElfImage image;
    private final boolean byUse;
    private final long[] flags;
    private final long[] offsets;
    private final MemoryUse[] uses;
    private final boolean[] placed;
    private final int[] sizes = new int[MemoryUse.values().length];

    private LayoutSections(LivepatchModule module, boolean byUse) {
        this.module = module;
        this.image = module.image();
        this.byUse = byUse;
        int count = image.sections().size();
        this.flags = image.sections().stream().mapToLong(SectionHeader::flags).toArray();
        this.offsets = new long[count];
        this.uses = new MemoryUse[count];
        this.placed = new boolean[count];
    }

    /** The layout at the lowest free address. */
    static ModuleLayout of(LivepatchModule module, RunningKernel there) {
        KernelVersion version = KernelVersion.of(there.kernel());
        LayoutSections layout = new LayoutSections(module, version.has(KernelChange.MEMORY_BY_USE));
        if (!layout.byUse) {
            ThisModule struct = ThisModule.of(module.image(), there.kernel());
            layout.sizes[MemoryUse.TEXT.ordinal()] = struct.coreSizeInFile();
            layout.sizes[MemoryUse.INIT_TEXT.ordinal()] = struct.initSizeInFile();
        }
        layout.frobFlags();
        layout.sections(false);
        layout.sections(true);
        layout.symtab();
        return layout.at(there.freeAddress());
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

    private Optional<SectionHeader> first(String name) {
        return image.sections().stream().filter(s -> s.isAlloc() && s.name().equals(name)).findFirst();
    }

    private void sections(boolean init) {
        for (int m = 0; m < MASKS.length; m++) {
            MemoryUse use = use(m, init);
            for (SectionHeader section : image.sections()) {
                int i = section.index().value();
                boolean fits = (flags[i] & MASKS[m][0]) == MASKS[m][0] && (flags[i] & MASKS[m][1]) == 0;
                if (fits && !placed[i] && section.name().startsWith(".init") == init) {
                    place(section, use);
                }
            }
            if (!byUse && (m == LAST || m < LAST_READ_ONLY || m == LAST_READ_ONLY && !init)) {
                align(use);
            }
        }
    }

    /** Where core and init are one piece each, the first of their uses stands for the whole. */
    private MemoryUse use(int mask, boolean init) {
        return byUse ? MemoryUse.of(mask, init) : init ? MemoryUse.INIT_TEXT : MemoryUse.TEXT;
    }

    private void place(SectionHeader section, MemoryUse use) {
        int i = section.index().value();
        int align = (int) section.addralign() == 0 ? 1 : (int) section.addralign();
        int offset = sizes[use.ordinal()] + (align - 1) & ~(align - 1);
        placed[i] = true;
        uses[i] = use;
        offsets[i] = Integer.toUnsignedLong(offset);
        sizes[use.ordinal()] = (int) (offset + section.size());
    }

    private void align(MemoryUse use) {
        sizes[use.ordinal()] = sizes[use.ordinal()] + (ModuleLayout.PAGE - 1) & -ModuleLayout.PAGE;
    }

    /** The symbol table goes into init memory, and a copy of what stays known, for a livepatch all, into core. */
    private void symtab() {
        MemoryUse init = byUse ? MemoryUse.INIT_DATA : MemoryUse.INIT_TEXT;
        SectionHeader table = image.symbolTableSection().orElseThrow();
        place(table, init);
        growByCopy(table, byUse ? MemoryUse.DATA : MemoryUse.TEXT);
        image.section(table.link()).ifPresent(s -> place(s, init));
        sizes[init.ordinal()] = (sizes[init.ordinal()] + 7 & -8) + MOD_KALLSYMS_SIZE
                + (int) image.symbols().count();
        align(init);
    }

    private void growByCopy(SectionHeader table, MemoryUse core) {
        SymbolTable symbols = image.symbols();
        boolean all = module.isMarkedLivepatch();
        int copied = 0;
        int strings = 0;
        for (long i = 0; i < symbols.count(); i++) {
            SymIndex index = new SymIndex(i);
            if (i == 0 || all || isCoreSymbol(symbols.sectionIndex(index))) {
                copied++;
                strings += (int) symbols.nameLength(index).orElse(0) + 1;
            }
        }
        int align = (int) table.addralign() == 0 ? 1 : (int) table.addralign();
        sizes[core.ordinal()] = (sizes[core.ordinal()] + align - 1 & -align) + copied * ElfSymbol.SIZE + strings
                + copied;
        align(core);
    }

    private boolean isCoreSymbol(int section) {
        return section > 0 && section < flags.length && (flags[section] & SHF_ALLOC) != 0 && placed[section]
                && !uses[section].isInit();
    }

    private ModuleLayout at(long start) {
        List<ModuleLayout.Region> regions = new ArrayList<>();
        long[] bases = new long[sizes.length];
        long base = start;
        for (MemoryUse use : MemoryUse.values()) {
            int pages = sizes[use.ordinal()] + (ModuleLayout.PAGE - 1) & -ModuleLayout.PAGE;
            long size = Integer.toUnsignedLong(pages);
            bases[use.ordinal()] = base;
            if (size > 0) {
                regions.add(new ModuleLayout.Region(base, size, use.isInit()));
                base += size + ModuleLayout.PAGE;
            }
        }
        long[] addresses = new long[offsets.length];
        for (int i = 0; i < addresses.length; i++) {
            addresses[i] = placed[i] ? bases[uses[i].ordinal()] + offsets[i] : 0;
        }
        return new ModuleLayout(regions, addresses);
    }
}

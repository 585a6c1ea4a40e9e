package org.klpls.core.loader;

import java.util.List;
import java.util.Optional;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.kernel.KernelChange;
import org.klpls.core.kernel.StructLayout;
import org.klpls.core.model.Modinfo;

/**
 * Sections that must be there once, and as they should be. Before 6.4 nobody looked.
 * Source: kernel/module/main.c elf_validity_check(), v6.4, elf_validity_cache_index(), v6.12.
 */
final class UniqueSections {
    private static final String MODINFO = ".modinfo";

    private final Loading loading;
    private final boolean inParts;

    UniqueSections(Loading loading) {
        this.loading = loading;
        this.inParts = loading.version().has(KernelChange.ELF_CHECKED_IN_PARTS);
    }

    Optional<ElfEvent.Invalid> check() {
        if (!loading.version().has(KernelChange.THIS_MODULE_CHECKED)) {
            return Optional.empty();
        }
        return inParts
                ? modinfo().or(this::thisModule).or(this::symbols).or(this::strings)
                : modinfo().or(this::symbols).or(this::thisModule);
    }

    private Optional<ElfEvent.Invalid> modinfo() {
        return named(MODINFO).size() > 1
                ? invalid("elf-two-modinfo", "Only one .modinfo section must exist.")
                : Optional.empty();
    }

    private Optional<ElfEvent.Invalid> thisModule() {
        List<SectionHeader> sections = named(ThisModule.SECTION);
        String module = "module " + name() + ": ";
        if (sections.size() != 1) {
            return invalid("mod-no-this-module", module + (inParts ? "Exactly one " : "Only one ")
                    + ".gnu.linkonce.this_module section must exist.");
        }
        SectionHeader section = sections.getFirst();
        if (section.type() == SectionHeader.SHT_NOBITS) {
            return invalid("mod-this-module-size", module
                    + ".gnu.linkonce.this_module section must have a size set");
        }
        if (!section.isAlloc()) {
            return invalid("mod-no-this-module", module
                    + ".gnu.linkonce.this_module must occupy memory during process execution");
        }
        Optional<Long> size = loading.kernel().layout("module").map(StructLayout::size);
        return size.isPresent() && size.get() != section.size()
                ? invalid("mod-this-module-size", module + ".gnu.linkonce.this_module section size must match the"
                        + " kernel's built struct module size at run time")
                : Optional.empty();
    }

    private Optional<ElfEvent.Invalid> symbols() {
        long tables = loading.image().sections().stream().filter(s -> s.type() == SectionHeader.SHT_SYMTAB).count();
        return tables == 1 ? Optional.empty() : invalid("mod-stripped", name() + ": module has no symbols (stripped?)");
    }

    private Optional<ElfEvent.Invalid> strings() {
        long link = loading.image().symbolTableSection().map(SectionHeader::link).orElse(0L);
        int count = loading.image().header().sectionCount();
        if (link == 0 || link >= count) {
            return invalid("elf-symtab-bad-link", "Invalid ELF sh_link!=SHN_UNDEF(" + (int) link + ") or (sh_link("
                    + (int) link + ") >= hdr->e_shnum(" + count + ")");
        }
        long type = loading.image().section(link).map(SectionHeader::type).orElse(0L);
        return type == SectionHeader.SHT_STRTAB
                ? Optional.empty()
                : invalid("elf-symtab-bad-link", "Invalid ELF symbol string table type: " + type);
    }

    private List<SectionHeader> named(String name) {
        return loading.image().sections().stream().skip(1).filter(s -> s.name().equals(name)).toList();
    }

    /** The name in modinfo. */
    private String name() {
        return loading.module().modinfo().first("name").map(Modinfo.Entry::value)
                .orElse("(missing .modinfo section or name field)");
    }

    private Optional<ElfEvent.Invalid> invalid(String code, String message) {
        return Optional.of(new ElfEvent.Invalid(code, loading.place(), List.of(message)));
    }
}

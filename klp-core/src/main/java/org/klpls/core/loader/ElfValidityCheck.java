package org.klpls.core.loader;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.elf.ElfHeader;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.ElfProblem;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.kernel.KernelChange;
import org.klpls.core.model.ElfPlace;

import static org.klpls.core.elf.SectionHeader.SHT_NOBITS;
import static org.klpls.core.elf.SectionHeader.SHT_NULL;
import static org.klpls.core.elf.SectionHeader.SHT_SYMTAB;

/**
 * Whether the kernel takes the file for a module at all. Source: kernel/module/main.c elf_validity_check(), v6.1, and
 * elf_validity_cache_copy(), v6.12.
 */
final class ElfValidityCheck {
    private static final int SH_TYPE = 4;
    private static final int SH_ADDR = 16;
    private static final int SH_SIZE = 32;

    private final Loading loading;
    private final ElfImage image;
    private final ElfHeader header;

    private ElfValidityCheck(Loading loading) {
        this.loading = loading;
        this.image = loading.image();
        this.header = image.header();
    }

    /** The kernel stops at the first thing wrong. */
    static void run(Loading loading) {
        ElfValidityCheck check = new ElfValidityCheck(loading);
        Optional<ElfEvent.Invalid> wrong = loading.version().has(KernelChange.ELF_CHECKED_IN_PARTS)
                ? check.header().or(check::firstSection).or(check::contents).or(check::sectionNames)
                        .or(check::namesType).or(check::names)
                : check.header().or(check::sectionNames).or(check::firstSection).or(check::sections);
        wrong.or(() -> new UniqueSections(loading).check()).ifPresent(loading::happens);
    }

    /** What the kernel says of a file that could not be read into an image. */
    static ElfEvent refusal(ElfProblem problem) {
        ElfPlace place = problem.place();
        return switch (problem.kind()) {
            case NO_FILE, TOO_LARGE -> new ElfEvent.Invalid("elf-truncated-header", place, List.of());
            case TOO_SHORT -> problem.fileSize().orElse(0) == 0
                    ? new ElfEvent.Empty(place)
                    : new ElfEvent.Invalid("elf-truncated-header", place,
                            List.of("Invalid ELF header len " + problem.fileSize().getAsLong()));
            case BAD_MAGIC ->
                new ElfEvent.Invalid("elf-bad-magic", place, List.of("Invalid ELF header magic: != \u007fELF"));
            case BAD_SECTION_HEADER_SIZE ->
                new ElfEvent.Invalid("elf-bad-shentsize", place, List.of("Invalid ELF section header size"));
            case SECTION_TABLE_OUTSIDE_FILE ->
                new ElfEvent.Invalid("elf-shdr-overflow", place, List.of("Invalid ELF section header overflow"));
            case NO_SECTION_NAMES, SECTION_OUTSIDE_FILE ->
                throw new IllegalArgumentException("there is an image in spite of " + problem);
        };
    }

    private Optional<ElfEvent.Invalid> header() {
        if (header.type() != ElfHeader.ET_REL) {
            return invalid("elf-not-rel", "Invalid ELF header type: " + header.type() + " != " + ElfHeader.ET_REL);
        }
        if (header.machine() != ElfHeader.EM_X86_64) {
            return invalid("elf-wrong-machine", "Invalid architecture in ELF header: " + header.machine());
        }
        return Optional.empty();
    }

    private Optional<ElfEvent.Invalid> sectionNames() {
        int index = header.sectionNames();
        if (index == 0 || index >= header.sectionCount()) {
            return invalid("elf-bad-shstrndx", "Invalid ELF section name index: " + index + " || e_shstrndx (" + index
                    + ") >= e_shnum (" + header.sectionCount() + ")");
        }
        SectionHeader names = image.sections().get(index);
        if (!image.file().holds(names.offset(), names.size())) {
            return invalid("elf-shstrtab-bounds", "Invalid ELF section hdr(type " + names.type() + ")");
        }
        if (names.size() == 0) {
            return invalid("elf-shstrtab-empty", "empty section name table");
        }
        ElfBytes strings = image.file().slice(names.offset(), names.size());
        return strings.u8(strings.size() - 1) == 0
                ? Optional.empty()
                : invalid("elf-shstrtab-unterminated",
                        "ELF Spec violation: section name table isn't null terminated");
    }

    /** Where e_shoff points, also if there are no sections. */
    private Optional<ElfEvent.Invalid> firstSection() {
        long at = header.sectionTableOffset();
        ElfBytes file = image.file();
        if (!file.holds(at, SectionHeader.SIZE)) {
            return Optional.empty();
        }
        int type = file.s32(at + SH_TYPE);
        if (type != SHT_NULL || file.u64(at + SH_SIZE) != 0 || file.u64(at + SH_ADDR) != 0) {
            return invalid("elf-section0-not-null", "ELF Spec violation: section 0 type(" + type
                    + ")!=SH_NULL or non-zero len or addr");
        }
        return Optional.empty();
    }

    private Optional<ElfEvent.Invalid> sections() {
        return withContent().map(this::section).flatMap(Optional::stream).findFirst();
    }

    private Optional<ElfEvent.Invalid> contents() {
        return withContent().filter(s -> !image.isInsideFile(s)).findFirst().flatMap(this::outside);
    }

    private Stream<SectionHeader> withContent() {
        return image.sections().stream().skip(1).filter(s -> s.type() != SHT_NULL && s.type() != SHT_NOBITS);
    }

    private Optional<ElfEvent.Invalid> namesType() {
        SectionHeader names = image.sections().get(header.sectionNames());
        return names.type() == SectionHeader.SHT_STRTAB
                ? Optional.empty()
                : invalid("elf-bad-shstrndx", "Invalid ELF section name table type: " + names.type());
    }

    private Optional<ElfEvent.Invalid> names() {
        return image.sections().stream().filter(s -> s.type() != SHT_NULL).filter(s -> !hasName(s)).findFirst()
                .flatMap(this::badName);
    }

    private boolean hasName(SectionHeader section) {
        return section.nameOffset() < image.sections().get(header.sectionNames()).size();
    }

    private Optional<ElfEvent.Invalid> badName(SectionHeader section) {
        return invalid("elf-section-name-bounds", "Invalid ELF section name in module (section "
                + section.index().value() + " type " + section.type() + ")");
    }

    private Optional<ElfEvent.Invalid> outside(SectionHeader section) {
        return invalid("elf-section-bounds", "Invalid ELF section in module (section " + section.index().value()
                + " type " + section.type() + ")");
    }

    private Optional<ElfEvent.Invalid> section(SectionHeader section) {
        int count = header.sectionCount();
        if (section.type() == SHT_SYMTAB && (section.link() == 0 || section.link() >= count)) {
            int link = (int) section.link();
            return invalid("elf-symtab-bad-link", "Invalid ELF sh_link!=SHN_UNDEF(" + link + ") or (sh_link(" + link
                    + ") >= hdr->e_shnum(" + count + ")");
        }
        if (!image.isInsideFile(section)) {
            return outside(section);
        }
        return section.isAlloc() && !hasName(section) ? badName(section) : Optional.empty();
    }

    private Optional<ElfEvent.Invalid> invalid(String code, String message) {
        return Optional.of(new ElfEvent.Invalid(code, loading.place(),
                loading.version().has(KernelChange.ELF_ERRORS_TOLD) ? List.of(message) : List.of()));
    }
}

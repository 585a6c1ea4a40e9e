package org.klpls.core.elf;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An ELF64 file: its header, sections, and their bytes. Immutable; a section whose bounds lie has no content. */
public final class ElfImage {
    private final Path path;
    private final ElfBytes file;
    private final ElfHeader header;
    private final List<SectionHeader> sections;
    /** Made when first asked for; two threads may each make the same. */
    private @Nullable SymbolTable symbols;

    ElfImage(Path path, ElfBytes file, ElfHeader header, List<SectionHeader> sections) {
        this.path = path;
        this.file = file;
        this.header = header;
        this.sections = List.copyOf(sections);
    }

    public Path path() {
        return path;
    }

    public ElfBytes file() {
        return file;
    }

    public ElfHeader header() {
        return header;
    }

    public List<SectionHeader> sections() {
        return sections;
    }

    /** The section of that number, as a field such as sh_link or sh_info gives it; empty if there is none. */
    public Optional<SectionHeader> section(long index) {
        return index >= 0 && index < sections.size() ? Optional.of(sections.get((int) index)) : Optional.empty();
    }

    public Optional<SectionHeader> section(ShIndex index) {
        return section(index.value());
    }

    /** The first section of that name. */
    public Optional<SectionHeader> section(String name) {
        return sections.stream().filter(s -> s.name().equals(name)).findFirst();
    }

    /** Whether the bytes of this section are there. SHT_NULL and SHT_NOBITS have none, so nothing can be missing. */
    public boolean isInsideFile(SectionHeader section) {
        return hasNoBytes(section) || file.holds(section.offset(), section.size());
    }

    /** The bytes of this section in the file; empty for SHT_NULL, SHT_NOBITS, and where the bounds lie. */
    public ElfBytes content(SectionHeader section) {
        return hasNoBytes(section) || !file.holds(section.offset(), section.size())
                ? ElfBytes.EMPTY
                : file.slice(section.offset(), section.size());
    }

    /**
     * What the kernel finds at sh_offset, whatever sh_type says; empty where the bounds lie. The kernel reads some sections,
     * modinfo for one, without a look at their type.
     */
    public ElfBytes bytes(SectionHeader section) {
        return file.holds(section.offset(), section.size())
                ? file.slice(section.offset(), section.size())
                : ElfBytes.EMPTY;
    }

    private static boolean hasNoBytes(SectionHeader section) {
        return section.type() == SectionHeader.SHT_NOBITS || section.type() == SectionHeader.SHT_NULL;
    }

    /** The first SHT_SYMTAB section, which is the one that the kernel takes. */
    public Optional<SectionHeader> symbolTableSection() {
        return sections.stream().filter(s -> s.type() == SectionHeader.SHT_SYMTAB).findFirst();
    }

    /** The symbols of {@link #symbolTableSection}; none if there is none. */
    public SymbolTable symbols() {
        SymbolTable made = symbols;
        if (made == null) {
            made = symbolTableSection().map(this::symbols)
                    .orElseGet(() -> new SymbolTable(ElfBytes.EMPTY, ElfBytes.EMPTY, ElfBytes.EMPTY));
            symbols = made;
        }
        return made;
    }

    private SymbolTable symbols(SectionHeader table) {
        ElfBytes strings = section(table.link()).map(this::namesFrom).orElse(ElfBytes.EMPTY);
        ElfBytes extended = sections.stream().filter(s -> s.type() == SectionHeader.SHT_SYMTAB_SHNDX)
                .filter(s -> s.link() == table.index().value()).findFirst().map(this::content).orElse(ElfBytes.EMPTY);
        return new SymbolTable(content(table), strings, extended);
    }

    /** The kernel reads a name to its NUL wherever that is, past the string table too; so does this, inside the file. */
    private ElfBytes namesFrom(SectionHeader strings) {
        return file.holds(strings.offset(), 0)
                ? file.slice(strings.offset(), file.size() - strings.offset())
                : ElfBytes.EMPTY;
    }

    /** The bytes of a section, read as Elf64_Rela entries whatever its type says. */
    public RelocationTable relocations(SectionHeader section) {
        return new RelocationTable(section.type() == SectionHeader.SHT_NOBITS ? ElfBytes.EMPTY : bytes(section));
    }
}

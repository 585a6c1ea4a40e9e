package org.klpls.core.module;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.elf.Rela;
import org.klpls.core.elf.RelocationTable;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.elf.ShIndex;
import org.klpls.core.elf.SymbolTable;
import org.klpls.core.model.ElfPlace;
import org.klpls.core.reloc.RelocationType;

/**
 * What a place in a module was compiled from: the code or data that a relocation changes, that an entry of a special section
 * belongs to, or that uses a symbol.
 *
 * @param offset in the section; where a relocation writes, for one
 * @param owner the function or variable that the place lies in; empty where the module has no symbol for it
 * @param operand what the code or data refers to there, by its name in C
 */
public record CompiledPlace(ShIndex section, long offset, boolean isCode, Optional<String> owner,
        Optional<String> operand) {
    /** Entries of special sections are shorter. */
    private static final int LONGEST_ENTRY = 32;
    private static final String UNCONVERTED = ".klp.sym.rela.";

    /** Reads one module. */
    public static final class Finder {
        private final ElfImage image;
        private final SymbolTable symbols;
        private final ModuleSymbols names;

        public Finder(ElfImage image) {
            this.image = image;
            symbols = image.symbols();
            names = ModuleSymbols.of(image);
        }

        /** Empty where nothing of it was compiled, as of the file's own headers and tables. */
        public Optional<CompiledPlace> of(ElfPlace place) {
            Optional<SectionHeader> section = place.section().flatMap(image::section);
            if (section.filter(SectionHeader::isAlloc).isEmpty() && section.filter(Finder::isRelocation).isEmpty()
                    || section.filter(s -> s.name().equals("__versions")).isPresent()) {
                return place.symbol().flatMap(this::firstUse);
            }
            if (isRelocation(section.orElseThrow())) {
                RelocationTable table = image.relocations(section.get());
                long entry = place.offset().orElse(0) / Rela.SIZE;
                return entry < 0 || entry >= table.count()
                        ? Optional.empty()
                        : relocated(section.get(), table.get(entry));
            }
            return place.offset().isEmpty()
                    ? Optional.empty()
                    : Optional.of(at(section.get(), place.offset().getAsLong(), Optional.empty()));
        }

        private static boolean isRelocation(SectionHeader section) {
            return section.type() == SectionHeader.SHT_RELA || section.name().startsWith(KlpNames.SECTION_PREFIX);
        }

        private Optional<CompiledPlace> relocated(SectionHeader table, Rela rela) {
            return image.section(table.info()).filter(SectionHeader::isAlloc)
                    .map(target -> at(target, rela.offset(), operand(rela)));
        }

        private CompiledPlace at(SectionHeader section, long offset, Optional<String> operand) {
            boolean isCode = section.has(SectionHeader.SHF_EXECINSTR);
            Optional<String> owner = names.covering(section.index(), offset).map(ElfSymbol::name);
            CompiledPlace here = new CompiledPlace(section.index(), offset, isCode, owner,
                    operand.or(() -> operandAt(section, offset)));
            return isCode || owner.isPresent() || isData(section) ? here : codeOf(section, offset).orElse(here);
        }

        /** What C code defines, by names or without: no special section that tells of code. */
        private static boolean isData(SectionHeader section) {
            return Stream.of(".data", ".rodata", ".bss").anyMatch(section.name()::startsWith);
        }

        /** The instruction that an entry of a special section is about: what the entry's first relocation into code leads to. */
        private Optional<CompiledPlace> codeOf(SectionHeader special, long offset) {
            Optional<Rela> site = tablesOf(special).flatMap(table -> image.relocations(table).relas())
                    .filter(rela -> Math.abs(rela.offset() - offset) < LONGEST_ENTRY && isIntoCode(rela))
                    .min(Comparator.comparingLong((Rela rela) -> rela.offset() > offset ? 1 : 0)
                            .thenComparingLong(rela -> Math.abs(rela.offset() - offset)));
            return site.map(rela -> {
                ElfSymbol symbol = symbols.get(rela.symbol());
                SectionHeader code = image.section(symbol.section().orElseThrow()).orElseThrow();
                return at(code, symbol.value() + rela.addend(), Optional.empty());
            });
        }

        private boolean isIntoCode(Rela rela) {
            return symbols.has(rela.symbol()) && symbols.get(rela.symbol()).section().flatMap(image::section)
                    .filter(s -> s.has(SectionHeader.SHF_EXECINSTR)).isPresent();
        }

        /** Where code first refers to a symbol, else data. */
        private Optional<CompiledPlace> firstUse(String symbol) {
            List<SectionHeader> tables = image.sections().stream().filter(Finder::isRelocation)
                    .filter(table -> image.section(table.info()).filter(SectionHeader::isAlloc).isPresent())
                    .sorted(Comparator.comparingInt(this::usefulness)).toList();
            return tables.stream().flatMap(table -> image.relocations(table).relas()
                    .filter(rela -> symbols.has(rela.symbol()) && symbols.name(rela.symbol()).equals(symbol))
                    .flatMap(rela -> relocated(table, rela).stream())).findFirst();
        }

        private int usefulness(SectionHeader table) {
            SectionHeader target = image.section(table.info()).orElseThrow();
            return target.has(SectionHeader.SHF_EXECINSTR) ? 0 : target.name().startsWith(".data") ? 1 : 2;
        }

        private Optional<String> operandAt(SectionHeader section, long offset) {
            return tablesOf(section).flatMap(table -> image.relocations(table).relas())
                    .filter(rela -> rela.offset() == offset).findFirst().flatMap(this::operand);
        }

        private Stream<SectionHeader> tablesOf(SectionHeader target) {
            return image.sections().stream()
                    .filter(s -> isRelocation(s) && s.info() == target.index().value());
        }

        private Optional<String> operand(Rela rela) {
            if (!symbols.has(rela.symbol())) {
                return Optional.empty();
            }
            ElfSymbol symbol = symbols.get(rela.symbol());
            boolean isPcRelative = RelocationType.of(rela.type())
                    .filter(type -> type == RelocationType.PC32 || type == RelocationType.PLT32).isPresent();
            return symbol.type() == ElfSymbol.STT_SECTION
                    ? symbol.section().flatMap(s -> names.covering(s,
                            symbol.value() + rela.addend() + (isPcRelative ? Integer.BYTES : 0))).map(ElfSymbol::name)
                    : Optional.of(nameInC(symbol.name())).filter(name -> !name.isEmpty());
        }
    }

    /** The name that C code knows a symbol by: that of a klp symbol, or of one yet to be converted, without what is around it. */
    static String nameInC(String symbol) {
        String name = symbol;
        if (name.startsWith(UNCONVERTED)) {
            // .klp.sym.rela.LIVEPATCHED.OBJECT.SYMBOL,SYMPOS
            String[] parts = name.substring(UNCONVERTED.length()).split("\\.", 3);
            name = parts[parts.length - 1];
        } else if (name.startsWith(KlpNames.SYMBOL_PREFIX)) {
            int object = name.indexOf('.', KlpNames.SYMBOL_PREFIX.length());
            name = name.substring(object + 1);
        }
        int sympos = name.indexOf(',');
        return withoutClone(sympos < 0 ? name : name.substring(0, sympos));
    }

    /** gcc's clones are called as the function that they were made of, a dot and more. */
    private static String withoutClone(String symbol) {
        int dot = symbol.indexOf('.', 1);
        return dot < 0 ? symbol : symbol.substring(0, dot);
    }

    public CompiledPlace {
        owner = owner.map(CompiledPlace::withoutClone);
    }
}

package org.klpls.core.kernel.input;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.kernel.Export;
import org.klpls.core.kernel.TextRange;
import org.klpls.core.kernel.image.ExportTable;
import org.klpls.core.kernel.image.SymbolType;
import org.klpls.core.kernel.index.SymbolColumns;
import org.klpls.core.model.ObjectName;

/** Collects what the ELF file of a module tells of it. */
final class ModuleFactsReader {
    private static final String KSYMTAB = "__ksymtab_";
    private static final String CRC = "__crc_";
    private static final String NAMESPACE = "__kstrtabns_";
    private static final String VERMAGIC = "vermagic=";

    private final ElfImage image;
    private final ObjectName object;
    private final List<ElfSymbol> symbols;
    private final Map<String, ElfSymbol> byName = new HashMap<>();

    private ModuleFactsReader(ElfImage image, ObjectName object) {
        this.image = image;
        this.object = object;
        this.symbols = image.symbols().symbols().toList();
    }

    /** @param name as the kernel calls it */
    static ModuleFacts read(ElfImage image, String name) {
        return new ModuleFactsReader(image, new ObjectName.Module(name)).facts();
    }

    private ModuleFacts facts() {
        symbols.forEach(s -> byName.putIfAbsent(s.name(), s));
        List<Export> exports = exports();
        // GPL-only exports do not count, before they moved to the others. Source: kernel/module/kallsyms.c
        // is_exported(), v6.1, v7.3.
        Set<String> exported = new HashSet<>();
        exports.stream().filter(e -> flags().isPresent() || !e.gplOnly()).map(Export::name).forEach(exported::add);
        return new ModuleFacts(object, columns(exported), exports, vermagic());
    }

    /**
     * In symtab order, undefined ones left out. Source: kernel/module/kallsyms.c module_kallsyms_on_each_symbol(), v6.1,
     * at the time when a module is loaded; init symbols go later.
     */
    private SymbolColumns columns(Set<String> exported) {
        ModuleTraces traces = ModuleTraces.of(image);
        ModuleSizes sizes = ModuleSizes.of(image, symbols);
        SymbolColumns.Builder builder = new SymbolColumns.Builder();
        for (ElfSymbol symbol : symbols) {
            if (symbol.isUndefined() || symbol.name().isEmpty()) {
                continue;
            }
            Optional<SectionHeader> section = symbol.section().flatMap(image::section);
            builder.add(symbol.name(), symbol.value(),
                    SymbolType.inModule(image, symbol, exported.contains(symbol.name())), sizes.of(symbol),
                    traces.of(symbol, section), range(section));
        }
        return builder.build();
    }

    private static TextRange range(Optional<SectionHeader> section) {
        if (section.isEmpty()) {
            return TextRange.UNKNOWN;
        }
        String name = section.get().name();
        if (!section.get().has(SectionHeader.SHF_EXECINSTR)) {
            return TextRange.DATA;
        }
        if (name.startsWith(".init")) {
            return TextRange.INIT;
        }
        if (name.startsWith(".exit")) {
            return TextRange.EXIT;
        }
        return name.startsWith(".noinstr") ? TextRange.NOINSTR : TextRange.TEXT;
    }

    /** By their {@code __ksymtab_NAME} symbols. Source: include/linux/export.h, v6.1. */
    private List<Export> exports() {
        List<Export> exports = new ArrayList<>();
        for (ElfSymbol symbol : symbols) {
            Optional<String> section = symbol.section().flatMap(image::section).map(SectionHeader::name);
            boolean isEntry = symbol.name().startsWith(KSYMTAB)
                    && section.filter(s -> s.contains("__ksymtab")).isPresent()
                    && !section.get().equals("__ksymtab_strings");
            if (isEntry) {
                String name = symbol.name().substring(KSYMTAB.length());
                boolean gplOnly = section.get().contains("_gpl") || flags().filter(
                        f -> ExportTable.isGplOnly(f, symbol.value() / ExportTable.WITH_NAMESPACE)).isPresent();
                exports.add(new Export(name, object, gplOnly, namespace(name), crc(name)));
            }
        }
        return exports;
    }

    /** A byte for each export, since 7.0. */
    private Optional<ElfBytes> flags() {
        return image.section("__kflagstab").map(image::content);
    }

    private Optional<String> namespace(String name) {
        return Optional.ofNullable(byName.get(NAMESPACE + name))
                .flatMap(s -> content(s).flatMap(c -> c.cString(s.value())))
                .filter(n -> !n.isEmpty());
    }

    private OptionalInt crc(String name) {
        ElfSymbol symbol = byName.get(CRC + name);
        if (symbol == null) {
            return OptionalInt.empty();
        }
        if (symbol.shndx() == ElfSymbol.SHN_ABS) {
            return OptionalInt.of((int) symbol.value());
        }
        Optional<ElfBytes> content = content(symbol).filter(c -> c.holds(symbol.value(), Integer.BYTES));
        return content.isPresent() ? OptionalInt.of(content.get().s32(symbol.value())) : OptionalInt.empty();
    }

    private Optional<ElfBytes> content(ElfSymbol symbol) {
        return symbol.section().flatMap(image::section).map(image::content);
    }

    private Optional<String> vermagic() {
        return image.section(".modinfo").map(image::content).flatMap(modinfo -> {
            long at = 0;
            Optional<String> entry = modinfo.cString(at);
            while (entry.isPresent()) {
                if (entry.get().startsWith(VERMAGIC)) {
                    return Optional.of(entry.get().substring(VERMAGIC.length()));
                }
                at += entry.get().length() + 1;
                entry = modinfo.cString(at);
            }
            return Optional.empty();
        });
    }
}

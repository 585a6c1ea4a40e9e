package org.klpls.core.kernel.input;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.kernel.Export;
import org.klpls.core.kernel.ModuleExports;
import org.klpls.core.kernel.TextRange;
import org.klpls.core.kernel.image.SymbolType;
import org.klpls.core.kernel.index.SymbolColumns;
import org.klpls.core.model.ObjectName;

/** Collects what the ELF file of a module tells of it. */
final class ModuleFactsReader {
    private static final String VERMAGIC = "vermagic=";

    private final ElfImage image;
    private final ObjectName object;
    private final List<ElfSymbol> symbols;

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
        List<Export> exports = ModuleExports.of(image, object);
        // GPL-only exports do not count, before they moved to the others. Source: kernel/module/kallsyms.c
        // is_exported(), v6.1, v7.3.
        Set<String> exported = new HashSet<>();
        exports.stream().filter(e -> ModuleExports.flags(image).isPresent() || !e.gplOnly()).map(Export::name)
                .forEach(exported::add);
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
            long size = sizes.of(symbol);
            builder.add(symbol.name(), symbol.value(),
                    SymbolType.inModule(image, symbol, exported.contains(symbol.name())), size,
                    traces.of(symbol, section, size), range(section));
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

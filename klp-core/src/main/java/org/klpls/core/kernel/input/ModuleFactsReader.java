package org.klpls.core.kernel.input;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.kernel.Export;
import org.klpls.core.kernel.KernelModule;
import org.klpls.core.kernel.ModuleExports;
import org.klpls.core.kernel.TextRange;
import org.klpls.core.kernel.image.BuildIds;
import org.klpls.core.kernel.image.SymbolType;
import org.klpls.core.kernel.index.SymbolColumns;
import org.klpls.core.model.ObjectName;

/** Collects what the ELF file of a module tells of it. */
final class ModuleFactsReader {
    private static final String STRUCT_MODULE = "module_layout";
    /** sizeof(struct modversion_info): a long and a name of MODULE_NAME_LEN. Source: include/linux/module.h, v6.1. */
    private static final int VERSION_SIZE = 64;

    private final ElfImage image;
    private final ObjectName.Module object;
    private final List<ElfSymbol> symbols;

    private ModuleFactsReader(ElfImage image, ObjectName.Module object) {
        this.image = image;
        this.object = object;
        this.symbols = image.symbols().symbols().toList();
    }

    /** @param file where it lies, and how that looked */
    static ModuleFacts read(ElfImage image, ModulePath file) {
        return new ModuleFactsReader(image, new ObjectName.Module(file.name())).facts(file);
    }

    private ModuleFacts facts(ModulePath file) {
        List<Export> exports = ModuleExports.of(image, object);
        // GPL-only exports do not count, before they moved to the others. Source: kernel/module/kallsyms.c
        // is_exported(), v6.1, v7.3.
        Set<String> exported = new HashSet<>();
        exports.stream().filter(e -> ModuleExports.flags(image).isPresent() || !e.gplOnly()).map(Export::name)
                .forEach(exported::add);
        KernelModule module = new KernelModule(object, file.relative(), file.size(), file.modified(),
                BuildIds.of(image), structVersion(), modinfo());
        return new ModuleFacts(module, columns(exported), exports);
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
            if (!isListed(symbol)) {
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

    static boolean isListed(ElfSymbol symbol) {
        return !symbol.isUndefined() && !symbol.name().isEmpty();
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

    /** As the kernel reads it: key=value strings, zeros between. Source: kernel/module/main.c next_string(), v6.1. */
    private List<KernelModule.Info> modinfo() {
        List<KernelModule.Info> all = new ArrayList<>();
        ElfBytes content = image.section(".modinfo").map(image::content).orElse(ElfBytes.EMPTY);
        long at = 0;
        Optional<String> entry = content.cString(at);
        while (entry.isPresent()) {
            int equals = entry.get().indexOf('=');
            if (equals > 0) {
                all.add(new KernelModule.Info(entry.get().substring(0, equals), entry.get().substring(equals + 1)));
            }
            at += content.cStringLength(at).orElse(0) + 1;
            entry = content.cString(at);
        }
        return all;
    }

    private OptionalInt structVersion() {
        ElfBytes versions = image.section("__versions").map(image::content).orElse(ElfBytes.EMPTY);
        for (long at = 0; versions.holds(at, VERSION_SIZE); at += VERSION_SIZE) {
            if (versions.slice(at, VERSION_SIZE).cString(Long.BYTES).filter(STRUCT_MODULE::equals).isPresent()) {
                return OptionalInt.of(versions.s32(at));
            }
        }
        return OptionalInt.empty();
    }
}

package org.klpls.core.loader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.kernel.Export;
import org.klpls.core.kernel.KernelChange;
import org.klpls.core.kernel.ModuleExports;
import org.klpls.core.model.ElfPlace;
import org.klpls.core.model.ObjectName;

/**
 * What it exports, nobody else may; then its memory is protected. Source: kernel/module/main.c complete_formation(),
 * verify_exported_symbols(), v6.1.
 */
final class CompleteFormation {
    private static final List<String> TABLES = List.of("__ksymtab", "__ksymtab_gpl");
    /** struct kernel_symbol: distances to value, name and namespace. Source: include/linux/export.h, v5.4 to date. */
    private static final int ENTRY_SIZE = 12;
    private static final int NAME = 4;

    private CompleteFormation() {}

    static void run(Loading loading, RelocationContext context) {
        for (String name : names(loading, context)) {
            Optional<Export> other = loading.running().export(name);
            if (other.isPresent()) {
                // module_name(NULL) is "kernel". Source: include/linux/module.h, v6.1.
                String owner = other.get().owner() instanceof ObjectName.Module m ? m.name() : "kernel";
                loading.happens(new FinalizeEvent.DuplicateExport(
                        ElfPlace.of(loading.module().path()).withSymbol(name), loading.name(), name, owner));
                break;
            }
        }
        loading.loadedSection(ThisModule.SECTION).filter(s -> !s.has(SectionHeader.SHF_WRITE)).ifPresent(
                s -> loading.happens(new FinalizeEvent.ThisModuleReadOnly(
                        ElfPlace.of(loading.module().path(), s.name(), 0))));
    }

    /** As they stand in memory by now; by the names of symbols where the table looks otherwise. */
    private static List<String> names(Loading loading, RelocationContext context) {
        if (!loading.version().has(KernelChange.SYMBOL_NAMESPACES)) {
            return ModuleExports.of(loading.image(), new ObjectName.Module(loading.name())).stream().map(Export::name)
                    .toList();
        }
        List<String> names = new ArrayList<>();
        for (String table : TABLES) {
            Optional<SectionHeader> section = loading.loadedSection(table);
            long base = section.flatMap(s -> context.layout().address(s.index())).orElse(0L);
            long count = section.map(SectionHeader::size).orElse(0L) / ENTRY_SIZE;
            for (long at = base; base != 0 && at < base + count * ENTRY_SIZE
                    && context.memory().holds(at, ENTRY_SIZE); at += ENTRY_SIZE) {
                context.memory().cString(at + NAME + (int) context.memory().read(at + NAME, Integer.BYTES))
                        .ifPresent(names::add);
            }
        }
        return names;
    }
}

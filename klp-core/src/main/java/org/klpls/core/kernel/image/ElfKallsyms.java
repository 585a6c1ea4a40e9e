package org.klpls.core.kernel.image;

import java.util.Comparator;
import java.util.List;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.ElfSymbol;

/** For a vmlinux whose own kallsyms cannot be read: the same out of its {@code .symtab}, sorted by address. */
final class ElfKallsyms {
    private ElfKallsyms() {}

    static List<Kallsyms.Entry> read(ElfImage vmlinux) {
        return vmlinux.symbols()
                .symbols()
                .filter(ElfKallsyms::isListed)
                .map(s -> new Kallsyms.Entry(s.name(), s.value(), SymbolType.inVmlinux(vmlinux, s)))
                .sorted(Comparator.comparing(Kallsyms.Entry::address, Long::compareUnsigned))
                .toList();
    }

    /** Source: scripts/kallsyms.c is_ignored_symbol(), v6.1: neither sections, files nor mapping symbols. */
    private static boolean isListed(ElfSymbol symbol) {
        return !symbol.name().isEmpty() && !symbol.isUndefined() && symbol.type() != ElfSymbol.STT_SECTION
                && symbol.type() != ElfSymbol.STT_FILE && !symbol.name().startsWith(".L")
                && !symbol.name().startsWith("$") && !symbol.name().startsWith("__crc_");
    }
}

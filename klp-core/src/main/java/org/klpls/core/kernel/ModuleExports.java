package org.klpls.core.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.kernel.image.ExportTable;
import org.klpls.core.model.ObjectName;

/** What a module file exports, by its {@code __ksymtab_NAME} symbols. Source: include/linux/export.h, v6.1. */
public final class ModuleExports {
    private static final String KSYMTAB = "__ksymtab_";
    private static final String CRC = "__crc_";
    private static final String NAMESPACE = "__kstrtabns_";

    private final ElfImage image;
    private final ObjectName owner;
    private final Map<String, ElfSymbol> byName = new HashMap<>();

    private ModuleExports(ElfImage image, ObjectName owner) {
        this.image = image;
        this.owner = owner;
    }

    /** In the order of the symbol table. */
    public static List<Export> of(ElfImage image, ObjectName owner) {
        return new ModuleExports(image, owner).read();
    }

    /** A byte for each export, since 7.0. */
    public static Optional<ElfBytes> flags(ElfImage image) {
        return image.section("__kflagstab").map(image::content);
    }

    private List<Export> read() {
        if (image.sections().stream().noneMatch(s -> s.name().contains("__ksymtab"))) {
            return List.of();
        }
        List<ElfSymbol> symbols = image.symbols().symbols().filter(s -> s.name().startsWith("__")).toList();
        symbols.forEach(s -> byName.putIfAbsent(s.name(), s));
        List<Export> exports = new ArrayList<>();
        for (ElfSymbol symbol : symbols) {
            Optional<String> section = symbol.section().flatMap(image::section).map(SectionHeader::name);
            boolean isEntry = symbol.name().startsWith(KSYMTAB)
                    && section.filter(s -> s.contains("__ksymtab")).isPresent()
                    && !section.get().equals("__ksymtab_strings");
            if (isEntry) {
                String name = symbol.name().substring(KSYMTAB.length());
                boolean gplOnly = section.get().contains("_gpl") || flags(image).filter(
                        f -> ExportTable.isGplOnly(f, symbol.value() / ExportTable.WITH_NAMESPACE)).isPresent();
                exports.add(new Export(name, owner, gplOnly, namespace(name), crc(name)));
            }
        }
        return exports;
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
}

package org.klpls.core.module;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.elf.ElfImage;

/**
 * The CRCs that {@code __versions} holds of the symbols a module takes from others.
 *
 * @param section whether there is such a section at all
 * @param crcs first CRC of each name; a long that should have no upper half
 */
public record SymbolVersions(boolean section, Map<String, Long> crcs) {
    public static final String SECTION = "__versions";
    /** sizeof(struct modversion_info): a long and a name of MODULE_NAME_LEN. Source: include/linux/module.h, v6.1. */
    private static final int ENTRY_SIZE = 64;
    private static final int NAME = 8;

    public SymbolVersions {
        crcs = Map.copyOf(crcs);
    }

    public Optional<Long> crc(String name) {
        return Optional.ofNullable(crcs.get(name));
    }

    static SymbolVersions read(ElfImage image) {
        return image.sections().stream().filter(s -> s.isAlloc() && s.name().equals(SECTION)).findFirst()
                .map(s -> new SymbolVersions(true, crcs(image.bytes(s))))
                .orElseGet(() -> new SymbolVersions(false, Map.of()));
    }

    private static Map<String, Long> crcs(ElfBytes content) {
        Map<String, Long> crcs = new LinkedHashMap<>();
        for (long at = 0; content.holds(at, ENTRY_SIZE); at += ENTRY_SIZE) {
            ElfBytes entry = content.slice(at, ENTRY_SIZE);
            entry.cString(NAME).ifPresent(name -> crcs.putIfAbsent(name, entry.u64(0)));
        }
        return crcs;
    }
}

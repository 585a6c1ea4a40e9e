package org.klpls.core.module;

import java.util.ArrayList;
import java.util.List;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.model.ElfPlace;
import org.klpls.core.model.Modinfo;
import org.klpls.core.model.Place;

/**
 * Reads {@code .modinfo} as the kernel does: only a section that is to be loaded counts.
 * Source: kernel/module/main.c get_next_modinfo() and find_sec(), v6.1.
 */
final class ModinfoReader {
    static final String SECTION = ".modinfo";

    private ModinfoReader() {}

    static Modinfo read(ElfImage image) {
        List<Modinfo.Entry> entries = new ArrayList<>();
        image.sections().stream().filter(s -> s.isAlloc() && s.name().equals(SECTION)).findFirst()
                .ifPresent(s -> addEntries(image, s, entries));
        return new Modinfo(entries);
    }

    private static void addEntries(ElfImage image, SectionHeader section, List<Modinfo.Entry> entries) {
        ElfBytes content = image.bytes(section);
        long at = 0;
        while (at < content.size()) {
            long end = at;
            while (end < content.size() && content.u8(end) != 0) {
                end++;
            }
            if (end > at) {
                String pair = content.text(at, end - at);
                int equals = pair.indexOf('=');
                String key = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                entries.add(new Modinfo.Entry(key, value,
                        new Place.InModule(ElfPlace.of(image.path(), SECTION, at).withSymbol(key))));
            }
            at = end + 1;
        }
    }
}

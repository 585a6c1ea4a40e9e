package org.klpls.core.real.livepatch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.klpls.core.elf.ElfDraft;
import org.klpls.core.real.KlpSymbols;

/**
 * What SUSE's klp-convert does to a built module: undefined symbols named {@code .klp.sym.rela.OBJECT.SYMOBJECT.NAME,POS}
 * become klp symbols, and their relocations klp relocations of OBJECT.
 */
final class KlpConvert {
    private static final Pattern NAME = Pattern
            .compile("\\.klp\\.sym\\.rela\\.(?<object>[^.]+)\\.(?<rest>(?<symbolObject>[^.]+)\\.[^,]+,\\d+)");

    private KlpConvert() {}

    static byte[] convert(byte[] module) {
        ElfDraft draft = ElfDraft.of(module);
        Map<String, Map<String, String>> byObject = new TreeMap<>();
        for (ElfDraft.Symbol symbol : List.copyOf(draft.symbols)) {
            Matcher name = NAME.matcher(symbol.name);
            if (name.matches()) {
                byObject.computeIfAbsent(name.group("object"), _ -> new LinkedHashMap<>()).put(symbol.name,
                        ".klp.sym." + name.group("rest"));
            }
        }
        if (byObject.isEmpty()) {
            return module;
        }
        byObject.forEach((object, names) -> KlpSymbols.convert(draft, object, names));
        return draft.build();
    }
}

package org.klpls.core.model;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A place in a built module.
 *
 * @param section section name, e.g. {@code .klp.rela.vmlinux..text}
 * @param offset byte offset inside that section; for relocation sections the offset of the entry
 * @param symbol the symbol concerned
 */
public record ElfPlace(Path module, Optional<String> section, OptionalLong offset, Optional<String> symbol) {
    public static ElfPlace of(Path module) {
        return new ElfPlace(module, Optional.empty(), OptionalLong.empty(), Optional.empty());
    }

    public static ElfPlace of(Path module, String section, long offset) {
        return new ElfPlace(module, Optional.of(section), OptionalLong.of(offset), Optional.empty());
    }

    public ElfPlace withSymbol(String name) {
        return new ElfPlace(module, section, offset, Optional.of(name));
    }
}

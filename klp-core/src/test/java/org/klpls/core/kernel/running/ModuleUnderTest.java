package org.klpls.core.kernel.running;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.ElfReader;
import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.model.ObjectName;

/**
 * A module's file as it is loaded.
 *
 * @param file not compressed
 */
record ModuleUnderTest(String name, Path file, ElfImage image) {
    static ModuleUnderTest of(Path original, byte[] content, Path folder) throws IOException {
        String fileName = original.getFileName().toString();
        String base = fileName.substring(0, fileName.indexOf(".ko"));
        Path file = Files.write(folder.resolve(base + ".ko"), content);
        ElfImage image = ElfReader.read(file, ElfBytes.of(content)).image().orElseThrow();
        return new ModuleUnderTest(base.replace('-', '_'), file, image);
    }

    ObjectName object() {
        return new ObjectName.Module(name);
    }

    /** Those that the loader puts into memory. */
    List<SectionHeader> sections() {
        return image.sections().stream().filter(s -> s.isAlloc() && s.size() > 0).toList();
    }

    /** Those with a name that are defined here. */
    List<ElfSymbol> symbols() {
        return image.symbols().symbols().filter(s -> !s.isUndefined() && !s.name().isEmpty()).toList();
    }
}

package org.klpls.core.kernel.image;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.ElfReader;

/** What a vmlinux lists of ftrace locations, for tests elsewhere. */
public final class Locations {
    private Locations() {}

    /** All, ascending. */
    public static List<Long> of(byte[] vmlinux) {
        ElfImage image = ElfReader.read(Path.of("vmlinux"), ElfBytes.of(vmlinux)).image().orElseThrow();
        KernelMemory memory = KernelMemory.of(image);
        Map<String, Long> symbols = new HashMap<>();
        Kallsyms.find(memory).orElseThrow().forEach(e -> symbols.putIfAbsent(e.name(), e.address()));
        return FtraceLocations
                .read(memory, symbols.getOrDefault("__start_mcount_loc", 0L),
                        symbols.getOrDefault("__stop_mcount_loc", 0L))
                .orElseThrow()
                .all()
                .boxed()
                .toList();
    }
}

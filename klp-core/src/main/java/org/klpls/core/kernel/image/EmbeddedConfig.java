package org.klpls.core.kernel.image;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.klpls.core.elf.ElfBytes;

/** The configuration that CONFIG_IKCONFIG puts into the image, between two words. Source: kernel/configs.c, v6.1. */
final class EmbeddedConfig {
    /** {@code IKCFG_ST} and {@code IKCFG_ED} as numbers of 8 bytes. */
    private static final long START = 0x54535f4746434b49L;
    private static final long END = 0x44455f4746434b49L;
    private static final int LARGEST = 1 << 24;

    private EmbeddedConfig() {}

    /** Lines of CONFIG_NAME=value; none where the image has no such configuration. */
    static List<String> find(KernelMemory memory, Map<String, Long> symbols) {
        Long start = symbols.get("kernel_config_data");
        Long end = symbols.get("kernel_config_data_end");
        if (start != null && end != null) {
            return memory.between(start, end).map(data -> lines(data.toArray())).orElse(List.of());
        }
        // Where data have names (CONFIG_KALLSYMS_ALL), this has none because it is not there.
        return symbols.containsKey("linux_banner")
                ? List.of()
                : memory.holdingConstants().flatMap(r -> between(r.bytes()).stream()).findFirst()
                        .map(EmbeddedConfig::lines).orElse(List.of());
    }

    private static Optional<byte[]> between(ElfBytes bytes) {
        // The words stand in assembler data of their own alignment: any byte may be the first.
        long start = -1;
        for (long at = 0; at + Long.BYTES <= bytes.size(); at++) {
            long word = bytes.u64(at);
            if (word == START && start < 0) {
                start = at + Long.BYTES;
            } else if (word == END && start >= 0 && at - start < LARGEST) {
                return Optional.of(bytes.slice(start, at - start).toArray());
            }
        }
        return Optional.empty();
    }

    private static List<String> lines(byte[] gzipped) {
        Inflated inflated = Inflater.inflate(Compression.GZIP, gzipped, 0, gzipped.length, OptionalLong.empty(),
                LARGEST);
        return switch (inflated) {
            case Inflated.Failure _ -> List.of();
            case Inflated.Bytes(byte[] content) -> new String(content, StandardCharsets.UTF_8).lines()
                    .filter(line -> line.startsWith("CONFIG_"))
                    .toList();
        };
    }
}

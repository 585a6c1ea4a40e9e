package org.klpls.core.kernel.image;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.klpls.core.elf.ElfBytes;

/** The kernel's own symbol table, found in its image without the help of symbols. */
public final class Kallsyms {
    /** One entry, in the kernel's order. */
    public record Entry(String name, long address, char type) {}

    private static final int LONGEST = 1024;

    private Kallsyms() {}

    /** All entries in the kernel's order; empty where the image has no kallsyms that can be read. */
    public static Optional<List<Entry>> find(KernelMemory memory) {
        // The tables are constants, and looking through all of the text takes as long as reading them.
        return Stream.concat(memory.holdingConstants(), memory.regions().stream().filter(r -> !r.holdsConstants()))
                .flatMap(region -> find(region).stream())
                .findFirst();
    }

    /** Why {@link #find} finds none: a clause that follows the name of the file. */
    static String missing(KernelMemory memory) {
        for (KernelMemory.Region region : memory.regions()) {
            Optional<TokenTable> tokens = region.bytes().size() > Integer.MAX_VALUE
                    ? Optional.empty()
                    : TokenTable.find(region.bytes(), 0);
            if (tokens.isPresent()) {
                boolean named = KallsymsNames.find(region.bytes(), tokens.get()).isPresent();
                return "has damaged kallsyms: its table of tokens stands at "
                        + HexFormat.of().toHexDigits(region.address() + tokens.get().start()) + ", but no "
                        + (named ? "addresses" : "names") + " that belong to it can be read";
            }
        }
        return "has no kallsyms, or they are damaged: there is no table of tokens in it";
    }

    private static Optional<List<Entry>> find(KernelMemory.Region region) {
        ElfBytes bytes = region.bytes();
        if (bytes.size() > Integer.MAX_VALUE) {
            return Optional.empty();
        }
        long from = 0;
        while (true) {
            Optional<TokenTable> tokens = TokenTable.find(bytes, from);
            if (tokens.isEmpty()) {
                return Optional.empty();
            }
            Optional<List<Entry>> found = KallsymsNames.find(bytes, tokens.get())
                    .flatMap(names -> entries(region, tokens.get(), names));
            if (found.isPresent()) {
                return found;
            }
            from = tokens.get().end();
        }
    }

    private static Optional<List<Entry>> entries(KernelMemory.Region region, TokenTable tokens,
            KallsymsNames names) {
        return KallsymsAddresses.find(region, tokens, names).map(addresses -> {
            List<Entry> entries = new ArrayList<>(addresses.length);
            byte[] buffer = new byte[LONGEST];
            for (int i = 0; i < addresses.length; i++) {
                int length = names.typeAndName(i, region.bytes(), tokens, buffer);
                String name = new String(buffer, 1, Math.max(0, length - 1), StandardCharsets.ISO_8859_1);
                entries.add(new Entry(name, addresses[i], (char) (buffer[0] & 0xff)));
            }
            return entries;
        });
    }
}

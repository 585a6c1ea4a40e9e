package org.klpls.core.kernel.image;

import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.kernel.KernelIdentity;

/** Which kernel an image is: banner, release, build-id, vermagic. */
final class IdentityReader {
    private static final String BANNER = "Linux version ";
    private static final int NT_GNU_BUILD_ID = 3;
    private static final int LONGEST_BUILD_ID = 64;

    private IdentityReader() {}

    static KernelIdentity read(KernelMemory memory, Map<String, Long> symbols, String origin) {
        Optional<String> banner = pointed(memory, symbols, "linux_banner").filter(b -> b.startsWith(BANNER))
                .or(() -> searched(memory))
                .map(String::strip);
        Optional<String> release = banner.map(IdentityReader::release);
        Optional<String> vermagic = pointed(memory, symbols, "vermagic")
                .filter(v -> release.isEmpty() || v.startsWith(release.get() + " "));
        Optional<String> buildId = memory.region(".notes").flatMap(r -> buildId(r.bytes()));
        return new KernelIdentity(release, banner, buildId, vermagic, origin);
    }

    /** The word after {@code Linux version}. */
    static String release(String banner) {
        String rest = banner.substring(BANNER.length());
        int blank = rest.indexOf(' ');
        return blank < 0 ? rest : rest.substring(0, blank);
    }

    private static Optional<String> pointed(KernelMemory memory, Map<String, Long> symbols, String name) {
        return Optional.ofNullable(symbols.get(name)).flatMap(memory::string);
    }

    /** Without symbols: the first text of this form that goes on with a digit. */
    private static Optional<String> searched(KernelMemory memory) {
        return memory.region(".rodata").flatMap(region -> {
            ElfBytes bytes = region.bytes();
            for (long at = 0; at + BANNER.length() < bytes.size(); at++) {
                if (bytes.u8(at) == 'L' && Character.isDigit(bytes.u8(at + BANNER.length()))
                        && bytes.text(at, BANNER.length()).equals(BANNER)) {
                    return bytes.cString(at);
                }
            }
            return Optional.empty();
        });
    }

    /** The GNU note of that type. Source: Documentation of ELF notes: namesz, descsz, type, each padded to 4. */
    private static Optional<String> buildId(ElfBytes notes) {
        long at = 0;
        while (notes.holds(at, 12)) {
            long nameSize = notes.u32(at);
            long size = notes.u32(at + 4);
            long description = at + 12 + padded(nameSize);
            if (!notes.holds(description, size)) {
                return Optional.empty();
            }
            boolean isGnu = nameSize == 4 && notes.cString(at + 12).filter("GNU"::equals).isPresent();
            if (isGnu && notes.u32(at + 8) == NT_GNU_BUILD_ID && size <= LONGEST_BUILD_ID) {
                return Optional.of(HexFormat.of().formatHex(notes.slice(description, size).toArray()));
            }
            at = description + padded(size);
        }
        return Optional.empty();
    }

    private static long padded(long size) {
        return (size + 3) & -4;
    }
}

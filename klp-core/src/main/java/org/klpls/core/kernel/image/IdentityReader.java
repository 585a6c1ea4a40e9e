package org.klpls.core.kernel.image;

import java.util.Map;
import java.util.Optional;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.kernel.KernelIdentity;

/** Which kernel an image is: banner, release, build-id, vermagic. */
final class IdentityReader {
    private static final String BANNER = "Linux version ";

    private IdentityReader() {}

    static KernelIdentity read(KernelMemory memory, Map<String, Long> symbols, String origin) {
        Optional<String> banner = pointed(memory, symbols, "linux_banner").filter(b -> b.startsWith(BANNER))
                .or(() -> searched(memory))
                .map(String::strip);
        Optional<String> release = banner.map(IdentityReader::release);
        Optional<String> vermagic = pointed(memory, symbols, "vermagic")
                .filter(v -> release.isEmpty() || v.startsWith(release.get() + " "));
        Optional<String> buildId = memory.region(".notes").flatMap(r -> BuildIds.in(r.bytes()));
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
        return memory.holdingConstants().flatMap(region -> searched(region.bytes()).stream()).findFirst();
    }

    private static Optional<String> searched(ElfBytes bytes) {
        for (long at = 0; at + BANNER.length() < bytes.size(); at++) {
            if (bytes.u8(at) == 'L' && Character.isDigit(bytes.u8(at + BANNER.length()))
                    && bytes.text(at, BANNER.length()).equals(BANNER)) {
                return bytes.cString(at);
            }
        }
        return Optional.empty();
    }
}

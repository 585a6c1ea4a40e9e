package org.klpls.core.kernel.image;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.kernel.KernelIdentity;

/** Which kernel an image is: banner, release, build-id, vermagic. */
final class IdentityReader {
    private static final String BANNER = "Linux version ";
    private static final int LONGEST = 1024;

    private IdentityReader() {}

    static KernelIdentity read(KernelMemory memory, Map<String, Long> symbols, String origin) {
        Optional<String> banner = pointed(memory, symbols, "linux_banner").filter(IdentityReader::isBanner)
                .or(() -> searched(memory))
                .map(String::strip);
        Optional<String> release = banner.map(IdentityReader::release);
        Optional<String> vermagic = pointed(memory, symbols, "vermagic")
                .filter(v -> release.isEmpty() || v.startsWith(release.get() + " "));
        Optional<String> buildId = memory.region(".notes").flatMap(r -> BuildIds.in(r.bytes()));
        return new KernelIdentity(release, banner, buildId, vermagic, origin);
    }

    /** Whether a release begins behind the first words. */
    private static boolean isBanner(String text) {
        return text.startsWith(BANNER) && text.length() > BANNER.length()
                && Character.isDigit(text.charAt(BANNER.length()));
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

    /** Without symbols: the longest text of this form that goes on with a digit. */
    private static Optional<String> searched(KernelMemory memory) {
        return memory.holdingConstants().flatMap(region -> searched(region.bytes()).stream())
                .max(Comparator.comparingInt(String::length));
    }

    /** All of that form: a build of 6.1 has a second one, without build number and date. */
    private static List<String> searched(ElfBytes bytes) {
        List<String> banners = new ArrayList<>();
        for (long at = 0; at + BANNER.length() < bytes.size(); at++) {
            if (bytes.u8(at) == 'L' && Character.isDigit(bytes.u8(at + BANNER.length()))
                    && bytes.text(at, BANNER.length()).equals(BANNER)) {
                bytes.cString(at).filter(banner -> banner.length() <= LONGEST).ifPresent(banners::add);
            }
        }
        return banners;
    }
}

package org.klpls.c.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kernel release that a built module names: {@code vermagic=RELEASE SMP …} in its modinfo. */
final class Vermagic {
    private static final Pattern RELEASE = Pattern.compile("vermagic=([A-Za-z0-9._+~-]{1,64}) ");
    private static final long MOST_BYTES = 64L << 20;

    private Vermagic() {}

    /** Of NAME.ko beside NAME.c; empty if there is none. */
    static Optional<String> besideSource(Path file) {
        ModulePart part = ModulePart.of(file);
        Path module = part.kbuild().folder().resolve(part.module() + ".ko");
        try {
            if (!Files.isRegularFile(module) || Files.size(module) > MOST_BYTES) {
                return Optional.empty();
            }
            Matcher matcher = RELEASE.matcher(new String(Files.readAllBytes(module), StandardCharsets.ISO_8859_1));
            return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}

package org.klpls.c.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A folder that modules can be built against.
 *
 * @param build where the kernel was configured: it holds {@code include/generated/autoconf.h}
 * @param source where its headers are: the same folder, or, with Debian's split headers and with {@code O=}, the one whose
 *            Makefile the build folder's Makefile includes
 * @param config {@code include/config/auto.conf}: name to value, as written
 */
record KernelFolder(Path build, Path source, Map<String, String> config) {
    private static final Pattern INCLUDED_MAKEFILE = Pattern.compile("(?m)^include\\s+(/\\S+)/Makefile\\s*$");
    private static final Pattern RELEASE = Pattern.compile("UTS_RELEASE \"([^\"]*)\"");
    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+).*");
    private static final long MOST_BYTES = 16 << 20;

    KernelFolder {
        config = Map.copyOf(config);
    }

    /** Empty if modules cannot be built against the folder. */
    static Optional<KernelFolder> of(Path folder) {
        Path build = real(folder);
        if (!Files.isRegularFile(build.resolve("include/generated/autoconf.h"))) {
            return Optional.empty();
        }
        Path source = build;
        Matcher matcher = INCLUDED_MAKEFILE.matcher(text(build.resolve("Makefile")));
        if (matcher.find()) {
            source = path(matcher.group(1)).filter(Files::isDirectory).orElse(build);
        }
        return Optional.of(new KernelFolder(build, source, config(build)));
    }

    /** {@code /lib/modules/RELEASE/build} is a link: users know the folder behind it. */
    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder.toAbsolutePath().normalize();
        }
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text).normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> config(Path build) {
        Map<String, String> config = new HashMap<>();
        String text = text(build.resolve("include/config/auto.conf"));
        for (String line : (text.isEmpty() ? text(build.resolve(".config")) : text).lines().toList()) {
            int equals = line.indexOf('=');
            if (line.startsWith("CONFIG_") && equals > 0) {
                config.put(line.substring("CONFIG_".length(), equals), line.substring(equals + 1));
            }
        }
        return config;
    }

    static String text(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= MOST_BYTES
                    ? new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                    : "";
        } catch (IOException e) {
            return "";
        }
    }

    boolean is(String option) {
        return "y".equals(config.get(option));
    }

    /** As uname -r has it; empty if the folder does not say. */
    Optional<String> release() {
        Matcher matcher = RELEASE.matcher(text(build.resolve("include/generated/utsrelease.h")));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Whether the kernel is of this version or newer; true if it does not say. */
    boolean atLeast(int major, int minor) {
        Matcher matcher = VERSION.matcher(release().orElse(""));
        if (!matcher.matches()) {
            return true;
        }
        int ownMajor = Integer.parseInt(matcher.group(1));
        return ownMajor > major || ownMajor == major && Integer.parseInt(matcher.group(2)) >= minor;
    }

    /** The compiler that the kernel was configured with, e.g. {@code gcc-12}. */
    String compiler() {
        String version = config.getOrDefault("CC_VERSION_TEXT", "gcc").replace("\"", "");
        return List.of(version.split(" ")).getFirst();
    }
}

package org.klpls.core.model;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the kernel spells the names of modules. Source: scripts/Makefile.lib name-fix-token, v6.1, which makes '-' and ','
 * a '_'; a '.' cannot stand in the names of klp sections, kernel/livepatch/core.c klp_apply_section_relocs().
 */
public final class ModuleName {
    /** In bytes, MODULE_NAME_LEN - 1: 64 less the size of a long, less the final zero. Source: include/linux/moduleparam.h, v6.1. */
    public static final int LONGEST = 55;

    private static final Pattern FILE_SUFFIX = Pattern.compile("\\.ko(\\.(xz|gz|zst))?$");

    private ModuleName() {}

    public static boolean isPossible(String name) {
        return !name.isEmpty() && name.chars().noneMatch(c -> "-,./ ".indexOf(c) >= 0);
    }

    /** Whether the kernel has room for it. */
    public static boolean fits(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length <= LONGEST;
    }

    /** The module that a path, a file or a name with dashes means; empty if no simple change makes it a module's name. */
    public static Optional<String> meant(String written) {
        String file = written.substring(written.lastIndexOf('/') + 1);
        String name = FILE_SUFFIX.matcher(file).replaceFirst("").replace('-', '_').replace(',', '_').strip();
        return isPossible(name) ? Optional.of(name) : Optional.empty();
    }
}

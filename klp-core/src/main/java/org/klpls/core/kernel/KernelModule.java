package org.klpls.core.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.klpls.core.model.ObjectName;

/**
 * A module of a kernel, as its file tells before it is loaded.
 *
 * @param file relative to the folder of modules, as in {@code kernel/fs/ext4/ext4.ko.xz}
 * @param size of the file in bytes, when it was read
 * @param modified when the file was last changed, in milliseconds since 1970
 * @param structVersion the CRC of {@code module_layout} in its {@code __versions}: which struct module it was built for. Empty
 *        without MODVERSIONS. Source: kernel/module/version.c check_modstruct_version(), v6.1.
 * @param modinfo all of {@code .modinfo}, in its order
 */
public record KernelModule(ObjectName.Module object, String file, long size, long modified, Optional<String> buildId,
        OptionalInt structVersion, List<Info> modinfo) {
    /** One {@code key=value}. */
    public record Info(String key, String value) {}

    public KernelModule {
        modinfo = List.copyOf(modinfo);
    }

    /** The first value of a key, which is the one that the kernel takes. */
    public Optional<String> info(String key) {
        return modinfo.stream().filter(i -> i.key().equals(key)).map(Info::value).findFirst();
    }

    /** The modules whose exports it uses, by name, as modinfo's {@code depends} lists them. */
    public List<String> depends() {
        return info("depends").stream().flatMap(d -> Arrays.stream(d.split(","))).filter(d -> !d.isBlank())
                .map(KernelModule::spelled).toList();
    }

    /** A module's name as the kernel spells it. Source: scripts/Makefile.lib name-fix, v6.1. */
    public static String spelled(String name) {
        return name.strip().replace('-', '_');
    }
}

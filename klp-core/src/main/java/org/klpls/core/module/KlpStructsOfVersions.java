package org.klpls.core.module;

import java.util.List;
import java.util.Optional;
import org.klpls.core.kernel.KernelVersion;
import org.klpls.core.kernel.TargetKernel;

/**
 * The livepatch structs of x86-64 kernels that do not tell their types: built without BTF, or seen as a System.map only. The sizes are those
 * that gcc gives the structs of include/linux/livepatch.h of 4.11, 4.12.4, 4.15.18, 5.0.1, 5.4.195 and 5.7.14 to 6.12.0, with a
 * kobject of 64 bytes. A kernel built to debug kobjects or locks has others.
 */
final class KlpStructsOfVersions {
    private record Since(KernelVersion version, KlpStructs structs) {}

    private static final long OBJECT_WITHOUT_CALLBACKS = 96;

    /** The newest first. */
    private static final List<Since> ALL = List.of(
            since(5, 5, new KlpStructs.Patch(200, 0, 8, Optional.of(24L), Optional.of(16L)), 168, 152),
            since(5, 1, new KlpStructs.Patch(192, 0, 8, Optional.of(16L), Optional.empty()), 168, 152),
            since(4, 16, new KlpStructs.Patch(136, 0, 8, Optional.empty(), Optional.empty()), 136, 136),
            since(4, 15, new KlpStructs.Patch(144, 0, 8, Optional.empty(), Optional.empty()), 136, 144),
            since(4, 12, new KlpStructs.Patch(144, 0, 8, Optional.empty(), Optional.empty()), 96, 144),
            since(4, 11, new KlpStructs.Patch(104, 0, 8, Optional.empty(), Optional.empty()), 96, 120));
    private static final List<String> OTHER_SIZES = List.of("CONFIG_DEBUG_KOBJECT_RELEASE", "CONFIG_DEBUG_LOCK_ALLOC");

    private KlpStructsOfVersions() {}

    /** Empty where the release is not told, older than the table, or built with options that change the structs. */
    static Optional<KlpStructs> of(TargetKernel kernel) {
        return OTHER_SIZES.stream().anyMatch(option -> kernel.config(option).isPresent())
                ? Optional.empty()
                : kernel.identity().release().flatMap(KernelVersion::ofRelease)
                        .flatMap(version -> ALL.stream().filter(each -> version.compareTo(each.version()) >= 0)
                                .findFirst().map(Since::structs));
    }

    private static Since since(int major, int minor, KlpStructs.Patch patch, long object, long func) {
        Optional<Long> callbacks = object > OBJECT_WITHOUT_CALLBACKS ? Optional.of(16L) : Optional.empty();
        return new Since(new KernelVersion(major, minor), new KlpStructs(patch,
                new KlpStructs.Object(object, 0, 8, callbacks), new KlpStructs.Func(func, 0, 8, 16),
                KlpStructs.State.USUAL));
    }
}

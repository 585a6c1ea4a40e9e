package org.klpls.core.loader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.klpls.core.kernel.KernelChange;
import org.klpls.core.model.ElfPlace;
import org.klpls.core.model.Licence;
import org.klpls.core.model.Modinfo;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Skipped;

/**
 * What the module says of itself. Source: kernel/module/main.c check_modinfo(), v6.1, and
 * module_augment_kernel_taints(), v6.4.
 */
final class CheckModinfo {
    private static final String LIVEPATCH = "livepatch";

    private CheckModinfo() {}

    static void run(Loading loading) {
        vermagic(loading);
        boolean known = loading.kernel().config("CONFIG_MODULES").isPresent();
        if (loading.module().isMarkedLivepatch() && known && !loading.isConfigured("CONFIG_LIVEPATCH")) {
            loading.happens(new ModinfoEvent.LivepatchNotSupported(place(loading, LIVEPATCH), loading.name()));
        }
        if (!loading.version().has(KernelChange.TAINTS_AFTER_ALLOCATION)) {
            taints(loading);
        }
    }

    /** The part that comes later since 6.4. */
    static void runAfterAllocation(Loading loading) {
        if (loading.version().has(KernelChange.TAINTS_AFTER_ALLOCATION)) {
            taints(loading);
        }
    }

    private static void taints(Loading loading) {
        if (loading.module().modinfo().first("retpoline").isEmpty() && hasRetpolines(loading)) {
            loading.happens(new ModinfoEvent.NoRetpoline(place(loading, "retpoline"), loading.name()));
        }
        says(loading, "staging", ": module is from the staging directory, the quality is unknown,"
                + " you have been warned.");
        if (!isGpl(loading)) {
            String name = loading.name();
            List<String> messages = new ArrayList<>(loading.withLockDebugging(
                    name + ": module license '" + license(loading) + "' taints kernel."));
            if (loading.version().has(KernelChange.TAINTS_AFTER_ALLOCATION)) {
                messages.add(name + ": module license taints kernel.");
            }
            loading.happens(new ModinfoEvent.LicenseNotGpl(place(loading, "license"), license(loading), messages));
        }
    }

    private static void says(Loading loading, String key, String message) {
        if (loading.module().modinfo().first(key).isPresent()) {
            loading.happens(new ModinfoEvent.Taints(place(loading, key), List.of(loading.name() + message)));
        }
    }

    static boolean isGpl(Loading loading) {
        return Licence.isGplCompatible(license(loading));
    }

    /** Where the configuration is not known, as all distributions have it. CONFIG_RETPOLINE until 6.8. */
    private static boolean hasRetpolines(Loading loading) {
        return loading.kernel().config("CONFIG_MODULES").isEmpty() || loading.isConfigured("CONFIG_RETPOLINE")
                || loading.isConfigured("CONFIG_MITIGATION_RETPOLINE");
    }

    private static String license(Loading loading) {
        return loading.module().modinfo().first("license").map(Modinfo.Entry::value).orElse("unspecified");
    }

    private static void vermagic(Loading loading) {
        Optional<Modinfo.Entry> have = loading.module().modinfo().first("vermagic");
        if (have.isEmpty()) {
            ForceLoad.run(loading, "bad vermagic", (consequence, messages) -> new ModinfoEvent.NoVermagic(
                    place(loading, "vermagic"), consequence, messages));
            return;
        }
        Optional<String> wanted = loading.kernel().identity().vermagic();
        if (wanted.isEmpty()) {
            loading.skip(new Skipped("mod-vermagic-mismatch", "the kernel given does not tell its vermagic",
                    "give --kernel a vmlinuz or the modules folder of the kernel"));
        } else if (!isSameMagic(have.get().value(), wanted.get(), loading.module().versions().section())) {
            loading.happens(new ModinfoEvent.VermagicDiffers(place(loading, "vermagic"), loading.name(),
                    have.get().value(), wanted.get()));
        }
    }

    /** Where CRCs tell what fits, the release does not count. Source: kernel/module/version.c same_magic(), v6.1. */
    private static boolean isSameMagic(String have, String wanted, boolean hasCrcs) {
        return hasCrcs ? withoutRelease(have).equals(withoutRelease(wanted)) : have.equals(wanted);
    }

    private static String withoutRelease(String vermagic) {
        int blank = vermagic.indexOf(' ');
        return blank < 0 ? "" : vermagic.substring(blank);
    }

    private static ElfPlace place(Loading loading, String key) {
        return loading.module().modinfo().first(key).map(Modinfo.Entry::place)
                .flatMap(p -> p instanceof Place.InModule m ? Optional.of(m.elf()) : Optional.empty())
                .orElseGet(() -> ElfPlace.of(loading.module().path(), ".modinfo", 0).withSymbol(key));
    }
}

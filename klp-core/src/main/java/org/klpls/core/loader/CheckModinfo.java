package org.klpls.core.loader;

import java.util.Optional;
import java.util.Set;
import org.klpls.core.model.ElfPlace;
import org.klpls.core.model.Modinfo;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Skipped;

/** What the module says of itself. Source: kernel/module/main.c check_modinfo(), v6.1. */
final class CheckModinfo {
    /** Source: include/linux/license.h license_is_gpl_compatible(), v6.1. */
    private static final Set<String> GPL_COMPATIBLE = Set.of("GPL", "GPL v2", "GPL and additional rights",
            "Dual BSD/GPL", "Dual MIT/GPL", "Dual MPL/GPL");

    private CheckModinfo() {}

    static void run(Loading loading) {
        vermagic(loading);
        if (loading.module().modinfo().first("retpoline").isEmpty()) {
            loading.happens(new ModinfoEvent.NoRetpoline(place(loading, "retpoline"), loading.name()));
        }
        if (!isGpl(loading)) {
            String name = loading.name();
            loading.happens(new ModinfoEvent.LicenseNotGpl(place(loading, "license"), license(loading),
                    loading.withLockDebugging(
                            name + ": module license '" + license(loading) + "' taints kernel.")));
        }
    }

    static boolean isGpl(Loading loading) {
        return GPL_COMPATIBLE.contains(license(loading));
    }

    private static String license(Loading loading) {
        return loading.module().modinfo().first("license").map(Modinfo.Entry::value).orElse("unspecified");
    }

    private static void vermagic(Loading loading) {
        Optional<Modinfo.Entry> have = loading.module().modinfo().first("vermagic");
        if (have.isEmpty()) {
            loading.happens(new ModinfoEvent.NoVermagic(place(loading, "vermagic"),
                    loading.forceLoad("bad vermagic")));
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

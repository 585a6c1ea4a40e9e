package org.klpls.core.kernel.input;

import java.util.List;
import java.util.Optional;

/** What a kernel's configuration makes of the release: the vermagic of its modules. */
final class Vermagic {
    private Vermagic() {}

    /**
     * Empty where the configuration is not known, is of another machine, or adds a secret of its own. Source:
     * include/linux/vermagic.h VERMAGIC_STRING, v5.10 to v6.12; x86-64 adds nothing.
     */
    static Optional<String> of(String release, List<String> config) {
        boolean isKnown = config.contains("CONFIG_X86_64=y") && config.stream()
                .noneMatch(line -> line.startsWith("CONFIG_RANDSTRUCT=")
                        || line.startsWith("CONFIG_GCC_PLUGIN_RANDSTRUCT="));
        if (!isKnown) {
            return Optional.empty();
        }
        boolean isPreemptible = config.contains("CONFIG_PREEMPT_BUILD=y") || config.contains("CONFIG_PREEMPT=y");
        String preempt = isPreemptible
                ? "preempt "
                : config.contains("CONFIG_PREEMPT_RT=y") ? "preempt_rt " : "";
        return Optional.of(release + " " + (config.contains("CONFIG_SMP=y") ? "SMP " : "") + preempt
                + (config.contains("CONFIG_MODULE_UNLOAD=y") ? "mod_unload " : "")
                + (config.contains("CONFIG_MODVERSIONS=y") ? "modversions " : ""));
    }
}

package org.klpls.core.loader;

import java.util.List;
import java.util.function.BiFunction;

/**
 * Takes a module that lacks what tells whether it fits, if the kernel was built to.
 * Source: kernel/module/main.c try_to_force_load(), v6.1.
 */
final class ForceLoad {
    private ForceLoad() {}

    /** @param event what is made of the consequence and the messages; the kernel says it once only */
    static void run(Loading loading, String reason, BiFunction<Consequence, List<String>, LoadEvent> event) {
        if (isRefused(loading)) {
            loading.happens(event.apply(new Consequence.Refused(Errno.ENOEXEC), List.of()));
            return;
        }
        List<String> messages = loading.forceLoad(reason);
        if (!messages.isEmpty()) {
            loading.happens(event.apply(new Consequence.GoesOn(), messages));
        }
    }

    /** A kernel whose configuration is not known is taken for one that forces, as Debian's does. */
    private static boolean isRefused(Loading loading) {
        boolean known = loading.kernel().config("CONFIG_MODULES").isPresent();
        return known && !loading.isConfigured("CONFIG_MODULE_FORCE_LOAD");
    }
}

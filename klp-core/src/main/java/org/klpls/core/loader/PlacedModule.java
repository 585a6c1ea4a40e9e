package org.klpls.core.loader;

import java.util.Map;
import org.klpls.core.module.LivepatchModule;

/**
 * A module and where its sections lie, as in /sys/module/NAME/sections.
 *
 * @param addresses by section name; what is not named is not loaded
 */
public record PlacedModule(LivepatchModule module, Map<String, Long> addresses) {
    public PlacedModule {
        addresses = Map.copyOf(addresses);
    }
}

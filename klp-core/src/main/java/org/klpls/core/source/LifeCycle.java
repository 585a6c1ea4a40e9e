package org.klpls.core.source;

import java.util.Optional;
import org.klpls.c.text.SourceRange;

/** What the kernel calls when it loads and unloads the module, as module_init() and module_exit() say. */
public record LifeCycle(Optional<Hook> init, Optional<Hook> exit) {
    /**
     * @param function the author's function
     * @param place {@code module_init(function)}, or the function itself where it is called init_module
     */
    public record Hook(String function, SourceRange place) {}
}

package org.klpls.core.loader;

import java.util.List;
import org.klpls.core.model.ElfPlace;

/**
 * What the livepatches that are enabled make of a module that is being loaded.
 * Source: kernel/livepatch/core.c klp_module_coming(), v6.1.
 */
public sealed interface ComingEvent extends LoadEvent {
    @Override
    default Stage stage() {
        return Stage.FINALIZE;
    }

    /** No module may be called vmlinux. */
    record NamedVmlinux(ElfPlace place) implements ComingEvent {
        @Override
        public Consequence consequence() {
            return new Consequence.Refused(Errno.EINVAL);
        }

        @Override
        public List<String> kernelMessages() {
            return List.of("livepatch: vmlinux.ko: invalid module name");
        }
    }

    /**
     * A livepatch does not fit this module, which pays for it.
     *
     * @param place in the livepatch
     * @param patch its name
     * @param cause what is wrong with it
     */
    record ByPatch(ElfPlace place, String patch, String module, LoadEvent cause, Consequence consequence,
            List<String> kernelMessages) implements ComingEvent {
        public ByPatch {
            kernelMessages = List.copyOf(kernelMessages);
        }
    }
}

package org.klpls.core.loader;

import java.util.List;
import org.klpls.core.model.ElfPlace;

/** Events of the stage init: what the module's own init function does. Source: kernel/module/main.c do_init_module(), v6.1. */
public sealed interface InitEvent extends LoadEvent {
    @Override
    default Stage stage() {
        return Stage.INIT;
    }

    /** It returns an error of its own. */
    record Fails(ElfPlace place, Errno errno) implements InitEvent {
        @Override
        public Consequence consequence() {
            return new Consequence.Refused(errno);
        }
    }

    /** It returns an error although a patch is enabled: the module is freed, and ftrace still calls into it. */
    record FailsAfterEnable(ElfPlace place, Errno errno) implements InitEvent, Consequential.Crashing {}

    /** It runs into something that crashes the kernel. */
    record Crash(ElfPlace place, String why) implements InitEvent, Consequential.Crashing {}

    /** It returns a positive number, which is taken for success. */
    record PositiveReturn(ElfPlace place, String module, long value) implements InitEvent, Consequential.GoingOn {
        @Override
        public List<String> kernelMessages() {
            return List.of(
                    "do_init_module: '" + module + "'->init suspiciously returned " + value
                            + ", it should follow 0/-E convention",
                    "do_init_module: loading module anyway...");
        }
    }

    /** There is an init function and no exit function: it stays for good. Source: kernel/module/main.c delete_module(), v6.1. */
    record NoExit(ElfPlace place) implements InitEvent, Consequential.GoingOn {}

    /** klp_enable_patch() refuses, and the function returns success: the module is there, and patches nothing. */
    record FailureIgnored(ElfPlace place) implements InitEvent, Consequential.GoingWrongLater {}

    /**
     * A livepatch that returns without having called klp_enable_patch().
     *
     * @param consequence it patches nothing, in silence, if it has patches at all
     */
    record NeverEnabled(ElfPlace place, Consequence consequence) implements InitEvent {}
}

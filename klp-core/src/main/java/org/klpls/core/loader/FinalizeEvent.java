package org.klpls.core.loader;

import java.util.List;
import org.klpls.core.model.ElfPlace;

/**
 * Events of the stage finalize: what is done with special sections once the module is relocated.
 * Source: arch/x86/kernel/module.c module_finalize(), kernel/module/main.c complete_formation(), v6.1.
 */
public sealed interface FinalizeEvent extends LoadEvent {
    @Override
    default Stage stage() {
        return Stage.FINALIZE;
    }

    /** A symbol that the kernel or another module exports already. */
    record DuplicateExport(ElfPlace place, String module, String symbol, String owner) implements FinalizeEvent {
        @Override
        public Consequence consequence() {
            return new Consequence.Refused(Errno.ENOEXEC);
        }

        @Override
        public List<String> kernelMessages() {
            return List.of(module + ": exports duplicate symbol " + symbol + " (owned by " + owner + ")");
        }
    }

    /**
     * Livepatch relocations of a module, applied when it comes, into a section that the kernel works off when the livepatch is
     * loaded: by then its entries are not relocated.
     *
     * @param target name of the section
     */
    record LateSpecialSection(ElfPlace place, String section, String target) implements FinalizeEvent {
        @Override
        public Consequence consequence() {
            return new Consequence.GoesWrongLater();
        }
    }
}

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
     * An entry of a table of code places that leads to none.
     *
     * @param section the table
     * @param target where it leads
     * @param consequence a crash where there is no memory, or code of another kind than expected
     */
    record NoSuchSite(ElfPlace place, String section, String target, Consequence consequence)
            implements
                FinalizeEvent {}

    /** A traced place where there is no call of __fentry__: ftrace turns itself off. Source: kernel/trace/ftrace.c, v6.1. */
    record NotAtFentry(ElfPlace place, long address) implements FinalizeEvent {
        @Override
        public Consequence consequence() {
            return new Consequence.GoesWrongLater();
        }
    }

    /**
     * Unwind tables of odd or differing sizes are left out: stacks with this module on them are not reliable, and
     * transitions wait for them. Source: arch/x86/kernel/unwind_orc.c unwind_module_init(), v6.1.
     */
    record UnwindTablesDiffer(ElfPlace place) implements FinalizeEvent {
        @Override
        public Consequence consequence() {
            return new Consequence.GoesOn();
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

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
     * struct module lies in memory that is read-only from now on, and the kernel writes its state there.
     * Source: kernel/module/main.c complete_formation(), v6.1.
     */
    record ThisModuleReadOnly(ElfPlace place) implements FinalizeEvent, Consequential.Crashing {}

    /** The module's directory in sysfs cannot have an empty name. Source: kernel/module/sysfs.c mod_sysfs_init(), v6.1. */
    record EmptyModuleName(ElfPlace place) implements FinalizeEvent {
        @Override
        public Consequence consequence() {
            return new Consequence.Refused(Errno.EINVAL);
        }

        @Override
        public List<String> kernelMessages() {
            return List.of("kobject: (____ptrval____): attempted to be registered with empty name!");
        }
    }

    /**
     * Two loaded sections of one name: none is told in sysfs, and the kernel goes on.
     * Source: kernel/module/sysfs.c add_sect_attrs(), v6.1.
     */
    record SectionsOfOneName(ElfPlace place, String module,
            String section) implements FinalizeEvent, Consequential.GoingOn {
        @Override
        public List<String> kernelMessages() {
            return List.of("sysfs: cannot create duplicate filename '/module/" + module.replace('/', '!')
                    + "/sections/" + section + "'");
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

    /** A table whose last entry has lost its end: it is left out, or read with what follows it. */
    record LastEntryCut(ElfPlace place, String section, long size,
            long entrySize) implements FinalizeEvent, Consequential.GoingWrongLater {}

    /**
     * The key of a jump label lies in no variable of the module or of the kernel, or not wholly in one: the kernel writes
     * there. Source: kernel/jump_label.c jump_label_add_module(), v6.1.
     */
    record KeyOutside(ElfPlace place, String key) implements FinalizeEvent, Consequential.GoingWrongLater {}

    /** A traced place where there is no call of __fentry__: ftrace turns itself off. Source: kernel/trace/ftrace.c, v6.1. */
    record NotAtFentry(ElfPlace place, long address,
            List<String> kernelMessages) implements FinalizeEvent, Consequential.GoingWrongLater {
        public NotAtFentry {
            kernelMessages = List.copyOf(kernelMessages);
        }
    }

    /**
     * Unwind tables of odd or differing sizes: the kernel warns, and takes the larger for the size of both. Stacks with this
     * module on them are not reliable, and transitions wait for them. Source: arch/x86/kernel/unwind_orc.c unwind_module_init(), v6.1.
     */
    record UnwindTablesDiffer(ElfPlace place) implements FinalizeEvent, Consequential.GoingWrongLater {}

    /**
     * Livepatch relocations of a module, applied when it comes, into a section that the kernel works off when the livepatch is
     * loaded: by then its entries are not relocated.
     *
     * @param target name of the section
     */
    record LateSpecialSection(ElfPlace place, String section,
            String target) implements FinalizeEvent, Consequential.GoingWrongLater {}
}

package org.klpls.core.loader;

import java.util.List;
import org.klpls.core.kernel.KernelChange;
import org.klpls.core.kernel.SymbolLookup;
import org.klpls.core.model.ElfPlace;
import org.klpls.core.model.ObjectName;

/**
 * Events of the stage enable. Source: kernel/livepatch/core.c klp_enable_patch(), kernel/livepatch/patch.c
 * klp_patch_func(), v6.1.
 */
public sealed interface EnableEvent extends LoadEvent {
    @Override
    default Stage stage() {
        return Stage.ENABLE;
    }

    /** modinfo has no {@code livepatch}. */
    record NotMarkedLivepatch(ElfPlace place, String module) implements EnableEvent {
        @Override
        public Consequence consequence() {
            return new Consequence.Refused(Errno.EINVAL);
        }

        @Override
        public List<String> kernelMessages() {
            return List.of("livepatch: module " + module + " is not marked as a livepatch module");
        }
    }

    /** What must not be NULL, empty or too long, is; the kernel says nothing. */
    enum Missing {
        PATCH, PATCH_MOD, PATCH_OBJS, OBJECT_FUNCS, OLD_NAME, NEW_FUNC, OBJECT_NAME_TOO_LONG, OLD_NAME_TOO_LONG
    }

    /** A field of a table that the kernel refuses without a word. */
    record BadField(ElfPlace place, Missing what) implements EnableEvent {
        @Override
        public Consequence consequence() {
            return new Consequence.Refused(Errno.EINVAL);
        }
    }

    /** An object whose name is the empty string. Source: lib/kobject.c kobject_add_internal(), v6.1. */
    record EmptyObjectName(ElfPlace place) implements EnableEvent {
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
     * Two objects, or two funcs of an object, want the same sysfs directory. Source: fs/sysfs/dir.c, v6.1.
     *
     * @param prefix of the kernel's second message
     */
    record SameDirectory(ElfPlace place, String directory, String name, String prefix) implements EnableEvent {
        static SameDirectory of(Loading loading, ElfPlace place, String directory, String name) {
            return new SameDirectory(place, directory, name,
                    loading.version().has(KernelChange.MORE_SAID) ? "kobject: " : "");
        }

        @Override
        public Consequence consequence() {
            return new Consequence.Refused(Errno.EEXIST);
        }

        @Override
        public List<String> kernelMessages() {
            return List.of("sysfs: cannot create duplicate filename '" + directory + "/" + name + "'",
                    prefix + "kobject_add_internal failed for " + name
                            + " with -EEXIST, don't try to register things with the same name in the same directory.");
        }
    }

    /**
     * An array without an all-zero end: the kernel takes what follows for entries.
     *
     * @param consequence no crash if what follows happens to be zero in this build
     */
    record TableWithoutEnd(ElfPlace place, Consequence consequence) implements EnableEvent {}

    /** A pointer that leads to no memory of the module. */
    record BadPointer(ElfPlace place, String member, long pointer) implements EnableEvent, Consequential.Crashing {}

    /** new_func leads into a function, not to its start. */
    record ReplacementInsideFunction(ElfPlace place,
            String newFunc) implements EnableEvent, Consequential.GoingWrongLater {}

    /** pre_patch returns an error. Source: kernel/livepatch/core.c __klp_enable_patch(), v6.1. */
    record CallbackFails(ElfPlace place, String module, String object, Errno errno) implements EnableEvent {
        @Override
        public Consequence consequence() {
            return new Consequence.Refused(errno);
        }

        @Override
        public List<String> kernelMessages() {
            return List.of("livepatch: pre-patch callback failed for object '" + object + "'",
                    "livepatch: failed to enable patch '" + module + "'");
        }
    }

    /** pre_patch runs into something that crashes the kernel. */
    record CallbackCrashes(ElfPlace place, String callback,
            String why) implements EnableEvent, Consequential.Crashing {}

    /**
     * The function lies in memory of its module that is freed once that module's init has run.
     * Source: kernel/livepatch/core.c klp_module_coming(), v6.1, which finds it while it is there.
     */
    record FunctionInInitMemory(ElfPlace place, String object,
            String oldName) implements EnableEvent, Consequential.Crashing {}

    /** Two names of one piece of code, each with a func: both on one stack. Source: kernel/livepatch/patch.c klp_patch_func(), v6.1. */
    record SameCodeTwice(ElfPlace place, String oldName,
            String other) implements EnableEvent, Consequential.GoingWrongLater {}

    /** A name that is not NULL and leads to no string. */
    record NotAString(ElfPlace place, String member, long pointer) implements EnableEvent, Consequential.Crashing {}

    /**
     * A patch, object or func in memory that is read-only when the kernel writes its lists there.
     *
     * @param consequence a later crash where it becomes so only once init has run
     */
    record TableReadOnly(ElfPlace place, Consequence consequence) implements EnableEvent {}

    /** Entries of two tables lie over each other: their lists, too. An array without an end runs into what follows. */
    record TablesOverlap(ElfPlace place) implements EnableEvent, Consequential.Crashing {}

    /** The same patch is enabled again: its lists, which are in use, are set up anew. */
    record EnabledTwice(ElfPlace place, String patch) implements EnableEvent, Consequential.Crashing {}

    /**
     * klp_enable_patch() refuses a second patch of the module, whose first is enabled, and init fails for that: the module is
     * freed, and ftrace still calls into it.
     */
    record FirstPatchLeftBehind(ElfPlace place) implements EnableEvent, Consequential.Crashing {}

    /**
     * A state of an enabled livepatch that this one does not have, though it replaces, or has in an older version.
     * Source: kernel/livepatch/state.c klp_is_patch_compatible(), v6.1.
     *
     * @param other the enabled livepatch
     * @param state its state's id
     */
    record NotCompatible(ElfPlace place, String module, String other, long state) implements EnableEvent {
        @Override
        public Consequence consequence() {
            return new Consequence.Refused(Errno.EINVAL);
        }

        @Override
        public List<String> kernelMessages() {
            return List.of("livepatch: Livepatch patch (" + module
                    + ") is not compatible with the already installed livepatches.");
        }
    }

    /** An all-zero entry before others: the kernel never sees those. */
    record HiddenEntries(ElfPlace place) implements EnableEvent, Consequential.GoingWrongLater {}

    /** No module can bear the object's name, so its functions are never patched. */
    record NeverLoaded(ElfPlace place, String object) implements EnableEvent, Consequential.GoingWrongLater {}

    /** One funcs array in two objects: its list heads are initialised twice. */
    record SharedFuncs(ElfPlace place) implements EnableEvent, Consequential.Crashing {}

    /** old_name is not found in its object. */
    record FuncNotResolved(ElfPlace place, ObjectName object, SymbolLookup lookup) implements EnableEvent {
        @Override
        public Consequence consequence() {
            return new Consequence.Refused(Errno.EINVAL);
        }

        @Override
        public List<String> kernelMessages() {
            return lookup.kernelMessage().stream().toList();
        }
    }

    /** The address of old_name, or of new_func, is none of the kernel's or a module's. */
    record NoSize(ElfPlace place, String oldName, boolean replacement) implements EnableEvent {
        @Override
        public Consequence consequence() {
            return new Consequence.Refused(Errno.ENOENT);
        }

        @Override
        public List<String> kernelMessages() {
            return List.of("livepatch: kallsyms size lookup failed for '" + oldName + "'"
                    + (replacement ? " replacement" : ""));
        }
    }

    /** There is no ftrace location in the function. */
    record NotTraceable(ElfPlace place, String module, String object, String oldName) implements EnableEvent {
        @Override
        public Consequence consequence() {
            return new Consequence.Refused(Errno.EINVAL);
        }

        @Override
        public List<String> kernelMessages() {
            return List.of("livepatch: failed to find location for function '" + oldName + "'",
                    "livepatch: failed to patch object '" + object + "'",
                    "livepatch: failed to enable patch '" + module + "'");
        }
    }

    /** ftrace has turned itself off. Source: kernel/livepatch/patch.c klp_patch_func(), v6.1. */
    record FtraceDisabled(ElfPlace place, String module, String object, String oldName) implements EnableEvent {
        @Override
        public Consequence consequence() {
            return new Consequence.Refused(Errno.ENODEV);
        }

        @Override
        public List<String> kernelMessages() {
            return List.of("livepatch: failed to set ftrace filter for function '" + oldName + "' (-19)",
                    "livepatch: failed to patch object '" + object + "'",
                    "livepatch: failed to enable patch '" + module + "'");
        }
    }

    /** new_func lies in memory that cannot be run. */
    record ReplacementNotCode(ElfPlace place, String newFunc) implements EnableEvent, Consequential.GoingWrongLater {}

    /** new_func lies in memory that is freed once init has run. */
    record ReplacementInInitMemory(ElfPlace place,
            String newFunc) implements EnableEvent, Consequential.GoingWrongLater {}

    /** A function that does nothing replaces one without which nothing runs. */
    record ReplacementEmpty(ElfPlace place, String oldName,
            String newFunc) implements EnableEvent, Consequential.Crashing {}

    /** new_func is one of the kernel's own functions, not one of the module's. */
    record ReplacementElsewhere(ElfPlace place, String oldName) implements EnableEvent, Consequential.GoingWrongLater {}

    /** A patch, object or func lies in memory that is freed once init has run. */
    record TableInInitMemory(ElfPlace place) implements EnableEvent, Consequential.GoingWrongLater {}
}

package org.klpls.core.facts;

import java.util.Map;
import java.util.Optional;
import org.klpls.c.text.SourceRange;

/** Livepatch's own interface, explained. Source: include/linux/livepatch.h and Documentation/livepatch, v6.1. */
final class InterfaceWords {
    private record Entry(String signature, String meaning) {}

    private static final Map<String, Entry> FIELDS = Map.ofEntries(
            Map.entry("klp_func.old_name", new Entry("const char *old_name",
                    "The function to replace, exactly as kallsyms spells it, with any suffix that the compiler added.")),
            Map.entry("klp_func.new_func", new Entry("void *new_func",
                    "The replacement. It must have the parameters and the return type of the old function, and lie in this"
                            + " module's text.")),
            Map.entry("klp_func.old_sympos", new Entry("unsigned long old_sympos",
                    "Which of several symbols of this name is meant, counted from 1 in the kernel's order. 0, or not given:"
                            + " the name must be unique in the object. Data and functions share one count.")),
            Map.entry("klp_object.name", new Entry("const char *name",
                    "The module whose functions are replaced, as /proc/modules spells it. NULL, or not given: the kernel"
                            + " proper. The module need not be loaded yet.")),
            Map.entry("klp_object.funcs", new Entry("struct klp_func *funcs",
                    "The functions to replace in this object. The array ends with an entry of zeros, { }.")),
            Map.entry("klp_object.callbacks", new Entry("struct klp_callbacks callbacks",
                    "Called around the patching and unpatching of this object. With .replace, only those of the new patch"
                            + " are called.")),
            Map.entry("klp_callbacks.pre_patch", new Entry("int (*pre_patch)(struct klp_object *obj)",
                    "Called before the object is patched. Anything but 0 refuses the patch, or the module that is being"
                            + " loaded.")),
            Map.entry("klp_callbacks.post_patch", new Entry("void (*post_patch)(struct klp_object *obj)",
                    "Called when the object is patched and the transition is over.")),
            Map.entry("klp_callbacks.pre_unpatch", new Entry("void (*pre_unpatch)(struct klp_object *obj)",
                    "Called before the object is unpatched.")),
            Map.entry("klp_callbacks.post_unpatch", new Entry("void (*post_unpatch)(struct klp_object *obj)",
                    "Called when the object is unpatched and the transition is over, if pre_patch succeeded.")),
            Map.entry("klp_patch.mod", new Entry("struct module *mod", "The livepatch module itself: THIS_MODULE.")),
            Map.entry("klp_patch.objs", new Entry("struct klp_object *objs",
                    "The objects to patch. The array ends with an entry of zeros, { }.")),
            Map.entry("klp_patch.states", new Entry("struct klp_state *states",
                    "System states that the patch may change. A patch with .replace must know each state of the patches it"
                            + " replaces, in the same or a newer version. The array ends with an entry of zeros.")),
            Map.entry("klp_patch.replace", new Entry("bool replace",
                    "Replace all livepatches that are loaded, as one atomic step. Functions that only they patch go back to"
                            + " the kernel's own.")),
            Map.entry("klp_state.id", new Entry("unsigned long id", "Identifies the state. Not zero.")),
            Map.entry("klp_state.version", new Entry("unsigned int version",
                    "Version of the change. A replacing patch must have the same or a newer one.")),
            Map.entry("klp_state.data", new Entry("void *data", "Whatever the callbacks keep for this state.")));

    private static final Map<String, Entry> NAMES = Map.ofEntries(
            Map.entry("klp_enable_patch", new Entry("int klp_enable_patch(struct klp_patch *patch)",
                    "Enables the patch and starts the transition. To be called from the module's init function, whose"
                            + " result should be its result. There is no call to disable: write 0 to"
                            + " /sys/kernel/livepatch/NAME/enabled.")),
            Map.entry("klp_patch",
                    new Entry("struct klp_patch", "A livepatch: objects, each with functions to replace.")),
            Map.entry("klp_object", new Entry("struct klp_object",
                    "The kernel proper or one module, and the functions to replace in it.")),
            Map.entry("klp_func", new Entry("struct klp_func", "One function to replace, and its replacement.")),
            Map.entry("klp_callbacks", new Entry("struct klp_callbacks",
                    "Functions called before and after an object is patched or unpatched.")),
            Map.entry("klp_state",
                    new Entry("struct klp_state", "A change of system state that the patch is responsible for.")),
            Map.entry("klp_shadow_alloc", new Entry(
                    "void *klp_shadow_alloc(void *obj, unsigned long id, size_t size, gfp_t gfp_flags,"
                            + " klp_shadow_ctor_t ctor, void *ctor_data)",
                    "Attaches new data to an existing object. NULL if there is data of this id already, or no memory.")),
            Map.entry("klp_shadow_get_or_alloc", new Entry(
                    "void *klp_shadow_get_or_alloc(void *obj, unsigned long id, size_t size, gfp_t gfp_flags,"
                            + " klp_shadow_ctor_t ctor, void *ctor_data)",
                    "The data attached to an object under this id; attaches new data if there is none.")),
            Map.entry("klp_shadow_get", new Entry("void *klp_shadow_get(void *obj, unsigned long id)",
                    "The data attached to an object under this id, or NULL.")),
            Map.entry("klp_shadow_free", new Entry(
                    "void klp_shadow_free(void *obj, unsigned long id, klp_shadow_dtor_t dtor)",
                    "Detaches and frees the data of one object.")),
            Map.entry("klp_shadow_free_all", new Entry(
                    "void klp_shadow_free_all(unsigned long id, klp_shadow_dtor_t dtor)",
                    "Detaches and frees the data of all objects that has this id.")),
            Map.entry("klp_get_state", new Entry(
                    "struct klp_state *klp_get_state(struct klp_patch *patch, unsigned long id)",
                    "The state of this id in the given patch, or NULL.")),
            Map.entry("klp_get_prev_state", new Entry("struct klp_state *klp_get_prev_state(unsigned long id)",
                    "The newest state of this id among the patches already loaded, or NULL.")));

    /** Macros of kpatch's kpatch-macros.h and kpatch-syscall.h, and of livepatch_helpers.h for klp-build, since v6.19. */
    private static final Map<String, Entry> MACROS = Map.ofEntries(
            callback("PRE_PATCH", "int",
                    "before the object is patched. Anything but 0 refuses the patch, or the module that"
                            + " is being loaded"),
            callback("POST_PATCH", "void", "when the object is patched and the transition is over"),
            callback("PRE_UNPATCH", "void", "before the object is unpatched"),
            callback("POST_UNPATCH", "void", "when the object is unpatched and the transition is over, if its pre-patch"
                    + " callback succeeded"),
            Map.entry("STATIC_CALL", new Entry("STATIC_CALL(name)(arguments)",
                    "Calls what a static call calls, through its pointer: a static call of a module cannot be patched into"
                            + " new code.")),
            Map.entry("SYSCALL_DEFINE", new Entry("SYSCALL_DEFINEn(name, types and parameters)",
                    "Stands for SYSCALL_DEFINEn() in a system call that is changed: what it makes is traced, which"
                            + " __do_sys_NAME() is not.")),
            Map.entry("FORCE_UNSAFE", new Entry("KPATCH_FORCE_UNSAFE(function)",
                    "Tells kpatch's own core module not to wait until no task is in the function. Livepatch takes no notice.")),
            Map.entry("IGNORE_FUNCTION", new Entry("KPATCH_IGNORE_FUNCTION(function)",
                    "Has kpatch-build take the function for unchanged, as one of which only the line numbers moved.")),
            Map.entry("IGNORE_SECTION", new Entry("KPATCH_IGNORE_SECTION(\"name\")",
                    "Has kpatch-build take the section for unchanged.")),
            Map.entry("PRINTK", new Entry("KPATCH_PRINTK(format, ...)",
                    "printk() that does not have gcc move the code around it out of the way, as unlikely.")));

    private static Map.Entry<String, Entry> callback(String name, String result, String when) {
        return Map.entry(name + "_CALLBACK", new Entry(name + "_CALLBACK(" + result + " (*)(struct klp_object *))",
                "Makes the function a callback of the object that this file belongs to. It is called " + when
                        + ". One of a kind for each object."));
    }

    private InterfaceWords() {}

    static Optional<HoverFacts> field(SourceRange range, String struct, String field) {
        String name = struct + "." + field;
        return Optional.ofNullable(FIELDS.get(name))
                .map(e -> new HoverFacts.InterfaceWord(range, name, e.signature(), e.meaning()));
    }

    static Optional<HoverFacts> named(SourceRange range, String name) {
        String macro = name.startsWith("KPATCH_")
                ? name.substring(7)
                : name.startsWith("KLP_") ? name.substring(4) : "";
        return Optional.ofNullable(NAMES.get(name))
                .or(() -> Optional.ofNullable(MACROS.get(macro.replaceAll("(?<=DEFINE)[0-6]$", ""))))
                .map(e -> new HoverFacts.InterfaceWord(range, name, e.signature(), e.meaning()));
    }
}

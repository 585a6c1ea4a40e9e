package org.klpls.core.rules.module;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.klpls.core.kernel.SymbolLookup;
import org.klpls.core.loader.ComingEvent;
import org.klpls.core.loader.EnableEvent;
import org.klpls.core.loader.FinalizeEvent;
import org.klpls.core.loader.InitEvent;
import org.klpls.core.loader.LoadEvent;
import org.klpls.core.model.ObjectName;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/**
 * A rule that puts one kind of the loader's events in the author's words, and needs nothing else.
 *
 * @param when which of them; of what a table shows without the loader, CheckRun tells that of the table
 * @param message the whole finding: what is wrong, what comes of it, what to do
 */
public record EventRule<E extends LoadEvent>(RuleInfo info, Class<E> kind, Predicate<E> when,
        Function<E, String> message)
        implements
            Rule<ModuleContext> {
    private static final RuleInfo THIS_MODULE = of("mod-this-module-invalid", Severity.ERROR,
            "struct module cannot be used: it has no name, or is read-only");

    public static final List<EventRule<? extends LoadEvent>> ALL = List.of(
            new EventRule<>(of("klp-target-init", Severity.ERROR, "the function to be patched is freed after boot"),
                    EnableEvent.FunctionInInitMemory.class,
                    event -> "'" + event.oldName() + "' is __init code of " + event.object()
                            + ": it is freed once that module has started, and the kernel then writes to memory that is no"
                            + " longer its own. Patch a function that it calls"),
            new EventRule<>(of("klp-state-incompatible", Severity.ERROR,
                    "an enabled livepatch has a state that this one does not take over"),
                    EnableEvent.NotCompatible.class,
                    event -> "the livepatch " + event.other() + " is enabled and has the state " + event.state()
                            + ", which this patch lacks or has in an older version: the kernel refuses it. Add the state to"
                            + " .states, with this version or a higher one"),
            new EventRule<>(THIS_MODULE, FinalizeEvent.ThisModuleReadOnly.class,
                    _ -> "struct module lies in memory that is read-only when the kernel writes the module's state there: it"
                            + " crashes. Leave .gnu.linkonce.this_module writable, as modpost makes it"),
            new EventRule<>(THIS_MODULE, FinalizeEvent.EmptyModuleName.class,
                    _ -> "struct module has an empty name, so the module gets no folder in sysfs, and is refused. Link the"
                            + " module with the NAME.mod.o that modpost made for it"),
            new EventRule<>(of("elf-section-duplicate", Severity.INFO, "two sections that are loaded have one name"),
                    FinalizeEvent.SectionsOfOneName.class,
                    event -> "two sections that are loaded are called " + event.section()
                            + ": the kernel goes on, and tells of no section of this module in sysfs, where debuggers look."
                            + " Link it with ld -r and the kernel's module.lds, which merges them"),
            new EventRule<>(of("klp-enable-result-dropped", Severity.WARNING,
                    "the result of klp_enable_patch() is dropped"), InitEvent.FailureIgnored.class,
                    _ -> "klp_enable_patch() fails here, and the init function returns success all the same: the module stays"
                            + " loaded, and patches nothing. Return what klp_enable_patch() returns"),
            notResolved("klp-func-not-found", "the function to be patched is not there", SymbolLookup.NotFound.class,
                    (object, absent) -> "'" + absent.name() + "' is not in " + object.text()
                            + ", as that is loaded: the kernel refuses the patch. Write the name, and the object that has"
                            + " it, as /proc/kallsyms does"),
            notResolved("klp-sympos-required", "several functions have the name to be patched",
                    SymbolLookup.Ambiguous.class,
                    (object, several) -> several.occurrences().size() + " symbols of " + object.text() + " are called '"
                            + several.name()
                            + "': the kernel refuses the patch. Say which with .old_sympos, 1 for the first"),
            notResolved("klp-sympos-out-of-range", "sympos is larger than the number of functions of that name",
                    SymbolLookup.PositionNotFound.class,
                    (object, absent) -> object.text() + " has " + absent.occurrences().size() + " of '" + absent.name()
                            + "', and .old_sympos is " + Long.toUnsignedString(absent.sympos())
                            + ": the kernel refuses the patch. Give the number of one that is there"),
            new EventRule<>(of("klp-target-notrace", Severity.ERROR, "the function to be patched cannot be traced"),
                    EnableEvent.NotTraceable.class,
                    event -> "'" + event.oldName() + "' of " + event.object()
                            + " cannot be patched: it has no call of __fentry__ at its start. Patch a function that calls it"),
            new EventRule<>(of("klp-no-exit", Severity.INFO, "the module cannot be unloaded: it has no exit function"),
                    InitEvent.NoExit.class,
                    _ -> "the module has no exit function, so it can never be unloaded, not even when it is disabled. Add one"
                            + " with module_exit(); it may be empty"),
            new EventRule<>(of("klp-module-named-vmlinux", Severity.ERROR, "the module is called vmlinux"),
                    ComingEvent.NamedVmlinux.class,
                    _ -> "a module must not be called vmlinux: livepatch takes that name for the kernel proper. Rename the"
                            + " file, or the module in its Makefile"));

    EventRule(RuleInfo info, Class<E> kind, Function<E, String> message) {
        this(info, kind, _ -> true, message);
    }

    /** An old_name that is looked for in a module that is loaded, or that code has set. */
    private static <L extends SymbolLookup> EventRule<EnableEvent.FuncNotResolved> notResolved(String code,
            String summary, Class<L> ending, BiFunction<ObjectName, L, String> message) {
        return new EventRule<>(of(code, Severity.ERROR, summary), EnableEvent.FuncNotResolved.class,
                event -> ending.isInstance(event.lookup()),
                event -> message.apply(event.object(), ending.cast(event.lookup())));
    }

    private static RuleInfo of(String code, Severity severity, String summary) {
        return new RuleInfo(code, severity, Set.of(Need.MODULE), summary);
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.reached(kind).filter(when)
                .forEach(event -> sink.accept(ModuleContext.finding(info, event, message.apply(event))));
    }
}

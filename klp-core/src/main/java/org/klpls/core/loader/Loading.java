package org.klpls.core.loader;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.elf.SymIndex;
import org.klpls.core.kernel.KernelChange;
import org.klpls.core.kernel.KernelVersion;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.model.ElfPlace;
import org.klpls.core.module.LivepatchModule;
import org.klpls.core.module.ModulePatches;
import org.klpls.core.rule.Skipped;

/** One load on its way through the stages: what was met, what was said, and whether the kernel has stopped. */
final class Loading {
    /** More than anybody reads; a file can be made to give millions. */
    static final int MOST_EVENTS = 1000;
    /** 1024 bytes less a prefix of 32, the two that tell the level, and the last NUL. */
    private static final int LONGEST_MESSAGE = 989;
    private static final int PREFIX = 32;

    private final LivepatchModule module;
    private final TargetKernel kernel;
    private final KernelVersion version;
    private final RunningKernel running;
    private final ModulePatches patches;
    private final List<LoadEvent> events = new ArrayList<>();
    private final List<String> messages = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private final Set<SymIndex> reported = new HashSet<>();
    private final List<Step> steps = new ArrayList<>();
    private final Once<String> name = Once.of(this::readName);
    private Optional<LoadedModule> self = Optional.empty();
    private boolean lockDebuggingDisabled;
    private boolean forced;
    private boolean ftraceDisabled;
    private boolean goesWrong;
    private Optional<Stop> stop = Optional.empty();

    /** Where the kernel stops, and what follows. */
    record Stop(Stage stage, Consequence consequence) {}

    Loading(LivepatchModule module, RunningKernel running, ModulePatches patches) {
        this.module = module;
        this.running = running;
        this.kernel = running.kernel();
        this.version = KernelVersion.of(kernel);
        this.patches = patches;
    }

    LivepatchModule module() {
        return module;
    }

    ElfImage image() {
        return module.image();
    }

    /** mod->name: what stands in struct module itself, where the kernel's layout of it is known. */
    String name() {
        return name.get();
    }

    private String readName() {
        return nameInStruct().filter(n -> !n.isEmpty()).orElseGet(module::name);
    }

    /** Empty where the kernel's struct module is not known, or the section is too short for a name. */
    Optional<String> nameInStruct() {
        return kernel.layout("module").flatMap(l -> l.member("name"))
                .flatMap(member -> loadedSection(ThisModule.SECTION)
                        .flatMap(s -> image().content(s).cString(member.offsetBits() / Byte.SIZE)));
    }

    TargetKernel kernel() {
        return kernel;
    }

    KernelVersion version() {
        return version;
    }

    ModulePatches patches() {
        return patches;
    }

    /** The kernel as it is before this module is in it. */
    RunningKernel running() {
        return running;
    }

    /** The module itself can be found from now on, with all its symbols. Source: kernel/module/main.c MODULE_STATE_COMING. */
    void comes(LoadedModule module) {
        self = Optional.of(module);
    }

    /** The loaded module of that name. */
    Optional<LoadedModule> loaded(String name) {
        return running.module(name).or(() -> self.filter(m -> m.name().equals(name)));
    }

    /** The first section of that name that is to be loaded. Source: kernel/module/main.c find_sec(), v6.1. */
    Optional<SectionHeader> loadedSection(String name) {
        return image().sections().stream().filter(s -> s.isAlloc() && s.name().equals(name)).findFirst();
    }

    /** Whether the kernel is known to be built with this option. */
    boolean isConfigured(String option) {
        return kernel.config(option).filter("y"::equals).isPresent();
    }

    boolean isStopped() {
        return stop.isPresent();
    }

    /** The event, with all its consequence. */
    void happens(LoadEvent event) {
        happensYetGoesOn(event);
        stopAfter(event);
    }

    /** The event, in a step that goes on to its end before it fails. */
    void happensYetGoesOn(LoadEvent event) {
        add(event);
        if (stop.isEmpty()) {
            event.kernelMessages().stream().map(this::asLogged).forEach(messages::add);
            goesWrong |= event.consequence() instanceof Consequence.GoesWrongLater;
        }
    }

    /** A line of the log is cut to what fits a record. Source: kernel/printk/printk.c vprintk_store(), LOG_LINE_MAX, v6.1. */
    private String asLogged(String message) {
        int longest = version.has(KernelChange.MORE_SAID) ? LONGEST_MESSAGE + PREFIX : LONGEST_MESSAGE;
        return message.length() > longest ? message.substring(0, longest) : message;
    }

    void stopAfter(LoadEvent event) {
        boolean stops = switch (event.consequence()) {
            case Consequence.Refused _,Consequence.Crashes _ -> true;
            case Consequence.GoesWrongLater _,Consequence.GoesOn _ -> false;
        };
        if (stops && stop.isEmpty()) {
            stop = Optional.of(new Stop(event.stage(), event.consequence()));
        }
    }

    /** What will be met only when a module comes that is not loaded now. The livepatch itself is loaded all the same. */
    void willHappen(LoadEvent event) {
        add(event);
    }

    private void add(LoadEvent event) {
        if (events.size() < MOST_EVENTS) {
            events.add(event);
        } else if (events.size() == MOST_EVENTS) {
            events.add(event);
            skip(new Skipped("more events",
                    "more than " + MOST_EVENTS + " things are wrong with it; the rest is not told",
                    "mend what is told first"));
        }
    }

    /**
     * A step whose refusal is not yet the load's: what is called returns an error, and the caller may make of it what it
     * likes. Behind the place where the kernel stops, nothing is undone.
     */
    Optional<Stop> attempt(Runnable step) {
        if (isStopped()) {
            step.run();
            return Optional.empty();
        }
        step.run();
        Optional<Stop> made = stop.filter(s -> s.consequence() instanceof Consequence.Refused);
        if (made.isPresent()) {
            stop = Optional.empty();
        }
        return made;
    }

    /** The refusal that an attempt came to is the load's after all. */
    void stopAt(Stop refusal) {
        if (stop.isEmpty()) {
            stop = Optional.of(refusal);
        }
    }

    /** Tells what was done in a stage. */
    void did(Stage stage, String what) {
        if (stop.isEmpty()) {
            steps.add(new Step(stage, what));
        }
    }

    /** ftrace found something that it does not understand, and does nothing more until the next boot. */
    void disableFtrace() {
        ftraceDisabled = true;
    }

    boolean isFtraceDisabled() {
        return ftraceDisabled;
    }

    List<LoadEvent> events() {
        return List.copyOf(events);
    }

    List<String> messages() {
        return List.copyOf(messages);
    }

    Optional<Stop> stop() {
        return stop;
    }

    void skip(Skipped what) {
        skipped.add(what);
    }

    /** Whether this symbol is told here for the first time: one defect is told once. */
    boolean isFirstReportOf(SymIndex symbol) {
        return reported.add(symbol);
    }

    boolean isReported(SymIndex symbol) {
        return reported.contains(symbol);
    }

    ElfPlace place() {
        return ElfPlace.of(module.path());
    }

    ElfPlace place(ElfSymbol symbol) {
        String table = image().symbolTableSection().orElseThrow().name();
        return ElfPlace.of(module.path(), table, symbol.index().value() * ElfSymbol.SIZE).withSymbol(symbol.name());
    }

    /** A taint makes lock debugging unreliable, which is said once. Source: kernel/panic.c add_taint(), v6.1. */
    List<String> withLockDebugging(String message) {
        if (lockDebuggingDisabled) {
            return List.of(message);
        }
        lockDebuggingDisabled = true;
        return List.of(message, "Disabling lock debugging due to kernel taint");
    }

    /** What try_to_force_load() says, once. Source: kernel/module/main.c, v6.1, with CONFIG_MODULE_FORCE_LOAD. */
    List<String> forceLoad(String reason) {
        if (forced) {
            return List.of();
        }
        forced = true;
        return withLockDebugging(name() + ": " + reason + ": kernel tainted.");
    }

    Verdict verdict() {
        return new Verdict(outcome(), stop.map(Stop::stage).orElse(Stage.TRANSITION), errno(), messages, events,
                steps, skipped);
    }

    private Outcome outcome() {
        if (stop.isPresent()) {
            return errno().isPresent() ? Outcome.REJECTED : Outcome.UNSAFE;
        }
        return goesWrong ? Outcome.UNSAFE : Outcome.ACCEPTED;
    }

    private Optional<Errno> errno() {
        return stop.map(Stop::consequence).flatMap(c -> c instanceof Consequence.Refused refused
                ? Optional.of(refused.errno())
                : Optional.empty());
    }
}

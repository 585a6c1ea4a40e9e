package org.klpls.core.loader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.elf.Rela;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.elf.SymbolTable;
import org.klpls.core.kernel.KernelChange;
import org.klpls.core.model.ElfPlace;
import org.klpls.core.model.KlpPatch;
import org.klpls.core.model.Place;
import org.klpls.core.module.CodeReferences;
import org.klpls.core.module.KlpStructs;
import org.klpls.core.rule.Skipped;

/**
 * Runs the module's init function, as far as its code can be followed. Where it cannot, it is taken to enable all patches
 * of the module, and to return what klp_enable_patch() returns. Source: kernel/module/main.c do_init_module(), v6.1.
 */
final class DoInitModule {
    private static final String INIT_FUNCTION = "init_module";

    private final Loading loading;
    private final RelocationContext context;
    private final MemoryMap map;
    private final Optional<KlpEnablePatch> enablePatch;
    private final List<Long> called = new ArrayList<>();
    private Optional<EnabledPatch> enabled = Optional.empty();
    private Optional<Loading.Stop> refusal = Optional.empty();

    private DoInitModule(Loading loading, RelocationContext context) {
        this.loading = loading;
        this.context = context;
        this.map = MemoryMap.of(loading.image(), context.layout());
        this.enablePatch = KlpStructs.of(loading.kernel())
                .map(structs -> new KlpEnablePatch(loading, context, structs, map));
    }

    /** The patch that is enabled afterwards. Modules that have nothing to do with livepatching are not followed. */
    static Optional<EnabledPatch> run(Loading loading, RelocationContext context) {
        DoInitModule step = new DoInitModule(loading, context);
        if (!step.function("init").isNull() && step.function("exit").isNull()) {
            loading.happens(new InitEvent.NoExit(ElfPlace.of(loading.module().path(), ThisModule.SECTION, 0)));
        }
        if (!loading.module().isMarkedLivepatch() && !loading.module().callsEnable()) {
            return Optional.empty();
        }
        loading.patches().skipped().forEach(loading::skip);
        if (!loading.version().has(KernelChange.ENABLE_ONLY)) {
            loading.skip(new Skipped("registering patches",
                    "before 5.1 a patch is registered and then enabled; both are taken for one here, and what is disabled,"
                            + " enabled again or unregistered later is not followed",
                    "see that klp_register_patch() and klp_enable_patch() are both called, and klp_unregister_patch()"
                            + " where the second fails"));
        }
        step.run();
        return step.enabled;
    }

    private void run() {
        Word init = initFunction();
        if (init.isNull()) {
            returns(loading.place(), OptionalLong.of(0));
        } else if (init instanceof Word.Known known) {
            CodeMemory memory = new CodeMemory(loading.image(), context, map);
            ElfPlace place = map.place(known.value());
            if (memory.code(known.value()).isEmpty() && !KernelImage.holds(known.value())
                    && !loading.running().holds(known.value())) {
                loading.happens(new InitEvent.Crash(place, "there is no code"));
                return;
            }
            String name = place.symbol().orElse("init");
            switch (new FollowedCode(memory, this::enable).run(known.value())) {
                case CodeEnd.Returns end -> {
                    loading.did(Stage.INIT, name + "()" + (called.isEmpty()
                            ? " does not call klp_enable_patch()"
                            : " -> klp_enable_patch()"));
                    returns(place, end.value());
                }
                case CodeEnd.Crashes end -> loading.happens(new InitEvent.Crash(map.place(end.address()), end.why()));
                case CodeEnd.NotKnown end -> notFollowed("init function",
                        name + "() cannot be followed: at " + map.name(end.address()) + " " + end.why());
            }
        } else {
            notFollowed("init function", "it is not known which function is the init function");
        }
    }

    /** A member of struct module as it lies in memory. */
    private Word function(String member) {
        ThisModule struct = ThisModule.of(loading.image(), loading.kernel());
        OptionalLong offset = struct.offsetOf(member);
        Optional<Long> base = struct.header().flatMap(h -> context.layout().address(h.index()));
        if (offset.isEmpty() || base.isEmpty()) {
            return new Word.Unknown();
        }
        long at = base.get() + offset.getAsLong();
        return context.unknown().contains(at) || !context.memory().holds(at, Long.BYTES)
                ? new Word.Unknown()
                : new Word.Known(context.memory().read(at, Long.BYTES));
    }

    /** mod->init; by the name of the function where struct module is not known. */
    private Word initFunction() {
        ThisModule struct = ThisModule.of(loading.image(), loading.kernel());
        if (struct.offsetOf("init").isPresent() && struct.header().isPresent()) {
            return function("init");
        }
        return loading.image().symbols().symbols().filter(s -> s.name().equals(INIT_FUNCTION))
                .filter(s -> s.section().isPresent()).map(ElfSymbol::index)
                .map(index -> context.values().get(index)).filter(OptionalLong::isPresent)
                .<Word>map(value -> new Word.Known(value.getAsLong())).findFirst().orElseGet(Word.Unknown::new);
    }

    /** klp_enable_patch() with its argument, as code calls it; what it returns. */
    private OptionalLong enable(OptionalLong argument) {
        if (argument.isEmpty()) {
            notFollowed("klp_enable_patch()", "it is not known which patch it is called with");
            return refusal.isPresent() ? OptionalLong.empty() : OptionalLong.of(0);
        }
        return enable(argument.getAsLong());
    }

    private OptionalLong enable(long patch) {
        called.add(patch);
        if (enablePatch.isEmpty()) {
            return OptionalLong.empty();
        }
        List<EnabledPatch> made = new ArrayList<>();
        Optional<Loading.Stop> refused = loading.attempt(() -> made.add(enablePatch.get().run(patch)));
        if (refused.isEmpty()) {
            enabled = made.stream().findFirst();
            return OptionalLong.of(0);
        }
        refusal = refused;
        return refused.get().consequence() instanceof Consequence.Refused with
                ? OptionalLong.of(-with.errno().number())
                : OptionalLong.empty();
    }

    private void notFollowed(String what, String why) {
        loading.skip(new Skipped(what, why + "; its patches are taken to be enabled, and an error to be returned",
                "see that it does call klp_enable_patch() for each patch, and returns what that returns"));
        CodeReferences code = CodeReferences.of(loading.image());
        loading.patches().patches().stream().map(this::address).flatMap(Optional::stream)
                .filter(address -> !called.contains(address)).filter(address -> isAsInFile(address, code))
                .forEach(this::enable);
        refusal.ifPresent(loading::stopAt);
    }

    /** Whether no code changes the patch before it is enabled, as far as the code's relocations tell. */
    private boolean isAsInFile(long patch, CodeReferences code) {
        boolean written = enablePatch.filter(enable -> enable.mayBeWritten(patch, code)).isPresent();
        if (written) {
            loading.skip(new Skipped("tables of " + map.name(patch),
                    "code that cannot be followed fills them, so what the kernel will find there is not known",
                    "see in the source that they are whole before klp_enable_patch(), or make them static"));
        }
        return !written;
    }

    private Optional<Long> address(KlpPatch patch) {
        return patch.place() instanceof Place.InModule(ElfPlace elf)
                ? elf.section().flatMap(loading::loadedSection).flatMap(s -> context.layout().address(s.index()))
                        .map(base -> base + elf.offset().orElse(0))
                : Optional.empty();
    }

    private void returns(ElfPlace place, OptionalLong value) {
        if (value.isEmpty()) {
            loading.skip(new Skipped("what init returns", "it depends on what is not known of the kernel",
                    "see that it returns what klp_enable_patch() returns"));
            refusal.ifPresent(loading::stopAt);
            return;
        }
        long returned = value.getAsLong();
        if (returned < 0) {
            fails(place, returned);
            return;
        }
        if (returned > 0) {
            loading.happens(new InitEvent.PositiveReturn(place, loading.name(), returned));
        }
        if (refusal.isPresent() && enabled.isEmpty()) {
            loading.happens(new InitEvent.FailureIgnored(place));
        } else if (called.isEmpty() && loading.module().isMarkedLivepatch()) {
            neverEnabled(place);
        }
    }

    /** A work item, a timer or a parameter's setter may enable it later: then the module does patch, and nobody sees when. */
    private void neverEnabled(ElfPlace place) {
        if (place.symbol().isPresent() && isEnabledElsewhere(place)) {
            loading.skip(new Skipped("enabling",
                    "klp_enable_patch() is called in code that the init function does not call, so it is not known when, if ever",
                    "call it in the init function, and return its result"));
            return;
        }
        loading.happens(new InitEvent.NeverEnabled(place, loading.patches().patches().isEmpty()
                ? new Consequence.GoesOn()
                : new Consequence.GoesWrongLater()));
    }

    /** Whether code outside of the init function refers to klp_enable_patch(). */
    private boolean isEnabledElsewhere(ElfPlace init) {
        ElfImage image = loading.image();
        return image.sections().stream()
                .filter(section -> section.type() == SectionHeader.SHT_RELA)
                .anyMatch(section -> image.section(section.info())
                        .filter(code -> code.isAlloc() && code.has(SectionHeader.SHF_EXECINSTR))
                        .filter(code -> image.relocations(section).relas()
                                .filter(rela -> isEnable(image.symbols(), rela))
                                .map(rela -> map.place(map.address(code) + rela.offset()).symbol())
                                .anyMatch(function -> !function.equals(init.symbol())))
                        .isPresent());
    }

    private static boolean isEnable(SymbolTable symbols, Rela rela) {
        return symbols.has(rela.symbol()) && symbols.get(rela.symbol()).name().equals("klp_enable_patch");
    }

    private void fails(ElfPlace place, long returned) {
        Errno errno = Errno.ofReturned(returned).orElse(Errno.EINVAL);
        boolean byEnable = refusal.filter(r -> r.consequence().equals(new Consequence.Refused(errno))).isPresent();
        if (enabled.isPresent()) {
            loading.happens(byEnable
                    ? new EnableEvent.FirstPatchLeftBehind(place)
                    : new InitEvent.FailsAfterEnable(place, errno));
        } else if (byEnable) {
            loading.stopAt(refusal.get());
        } else {
            loading.happens(new InitEvent.Fails(place, errno));
        }
    }
}

package org.klpls.core.rules.module;

import java.util.Optional;
import java.util.stream.Stream;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.loader.ElfEvent;
import org.klpls.core.loader.LoadEvent;
import org.klpls.core.loader.Verdict;
import org.klpls.core.model.Modinfo;
import org.klpls.core.model.Place;
import org.klpls.core.module.LivepatchModule;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.RuleInfo;

/** A built module, the kernel it is for if that is known, and what came of loading it. */
public record ModuleContext(LivepatchModule module, Optional<TargetKernel> kernel, Verdict verdict) {
    /** What the loader met of one kind. */
    <E extends LoadEvent> Stream<E> events(Class<E> kind) {
        return verdict.events().stream().filter(kind::isInstance).map(kind::cast);
    }

    /** The same, up to the stage at which the kernel stops: what is met behind it may follow from what stopped it. */
    <E extends LoadEvent> Stream<E> reached(Class<E> kind) {
        return events(kind).filter(event -> event.stage().compareTo(verdict.stage()) <= 0);
    }

    /** Whether there is a .modinfo that the kernel does not look at: what is not in it for the kernel follows from that. */
    boolean isModinfoHidden() {
        boolean isThere = module.image().section(".modinfo").isPresent();
        return isThere && module.image().sections().stream().noneMatch(s -> s.isAlloc() && s.name().equals(".modinfo"))
                && events(ElfEvent.Invalid.class).findAny().isEmpty();
    }

    /** In brackets, where the module was built for another release than the kernel's; else empty. */
    String otherRelease() {
        Optional<String> built = module.modinfo().first("vermagic").map(Modinfo.Entry::value)
                .flatMap(ModuleContext::release);
        Optional<String> wanted = kernel.flatMap(k -> k.identity().vermagic()).flatMap(ModuleContext::release);
        return built.isPresent() && wanted.isPresent() && !built.equals(wanted)
                ? " (it was built for " + built.get() + ", and this kernel is " + wanted.get() + ")"
                : "";
    }

    /** The first word of a vermagic. */
    private static Optional<String> release(String vermagic) {
        int blank = vermagic.indexOf(' ');
        return blank > 0 ? Optional.of(vermagic.substring(0, blank)) : Optional.empty();
    }

    /** A finding where the event is, with what the kernel says there. */
    static Finding finding(RuleInfo rule, LoadEvent event, String message) {
        Finding finding = Finding.at(new Place.InModule(event.place()), rule, message);
        return event.kernelMessages().stream().findFirst().map(finding::kernelSays).orElse(finding);
    }
}

package org.klpls.core.rules.module;

import java.util.Optional;
import java.util.stream.Stream;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.loader.ElfEvent;
import org.klpls.core.loader.LoadEvent;
import org.klpls.core.loader.Verdict;
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

    /** A finding where the event is, with what the kernel says there. */
    static Finding finding(RuleInfo rule, LoadEvent event, String message) {
        Finding finding = Finding.at(new Place.InModule(event.place()), rule, message);
        return event.kernelMessages().stream().findFirst().map(finding::kernelSays).orElse(finding);
    }
}

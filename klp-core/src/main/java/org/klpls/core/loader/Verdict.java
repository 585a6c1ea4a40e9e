package org.klpls.core.loader;

import java.util.List;
import java.util.Optional;
import org.klpls.core.rule.Skipped;

/**
 * What the kernel would do with one module.
 *
 * @param stage where it stops; TRANSITION where nothing stops it
 * @param errno empty unless rejected
 * @param kernelMessages what the kernel would log at level warning or worse, up to where it stops. Lines that come once
 *     a boot are among them as on a kernel that has not yet printed them; not so the taints that every livepatch makes
 * @param events everything met, also behind the place where the kernel stops
 * @param steps what was done, in order, up to where the kernel stops
 * @param skipped what could not be judged, and why
 */
public record Verdict(Outcome outcome, Stage stage, Optional<Errno> errno, List<String> kernelMessages,
        List<LoadEvent> events, List<Step> steps, List<Skipped> skipped) {
    private static final int MOST_UNSAID = 5;

    public Verdict {
        kernelMessages = List.copyOf(kernelMessages);
        events = List.copyOf(events);
        steps = List.copyOf(steps);
        skipped = List.copyOf(skipped);
    }

    /** Why it is refused or goes wrong, where neither the kernel's log nor a rule has words for it; a few of many. */
    public List<String> unsaid() {
        if (outcome == Outcome.ACCEPTED) {
            return List.of();
        }
        return events.stream().filter(event -> event.stage().compareTo(stage) <= 0)
                .filter(event -> !(event.consequence() instanceof Consequence.GoesOn)).map(Unsaid::of)
                .flatMap(Optional::stream).distinct().limit(MOST_UNSAID).toList();
    }
}

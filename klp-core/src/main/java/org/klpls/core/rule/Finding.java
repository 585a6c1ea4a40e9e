package org.klpls.core.rule;

import java.util.List;
import java.util.Optional;
import org.klpls.c.text.SourceRange;
import org.klpls.core.model.ElfPlace;
import org.klpls.core.model.Place;

/**
 * One thing that is wrong, told to the author of the patch.
 *
 * @param message what is wrong in terms of the author's line, and what to do now; one paragraph, no final newline
 * @param kernelMessage what the kernel would print, letter for letter; empty where it says nothing
 */
public record Finding(String code, Severity severity, String message, Optional<SourceRange> source,
        Optional<ElfPlace> module, Optional<String> kernelMessage, List<Related> related, List<Fix> fixes) {
    public Finding {
        if (source.isEmpty() && module.isEmpty()) {
            throw new IllegalArgumentException("a finding without a place: " + code + ": " + message);
        }
        related = List.copyOf(related);
        fixes = List.copyOf(fixes);
    }

    public static Finding at(Place place, RuleInfo rule, String message) {
        return switch (place) {
            case Place.InSource s -> new Finding(rule.code(), rule.severity(), message, Optional.of(s.range()),
                    Optional.empty(), Optional.empty(), List.of(), List.of());
            case Place.InModule m -> new Finding(rule.code(), rule.severity(), message, Optional.empty(),
                    Optional.of(m.elf()), Optional.empty(), List.of(), List.of());
        };
    }

    public Finding kernelSays(String line) {
        return new Finding(code, severity, message, source, module, Optional.of(line), related, fixes);
    }

    public Finding related(List<Related> places) {
        return new Finding(code, severity, message, source, module, kernelMessage, places, fixes);
    }

    public Finding fixes(List<Fix> remedies) {
        return new Finding(code, severity, message, source, module, kernelMessage, related, remedies);
    }

    /** The same with another severity, where the harm is less than the rule's usual one. */
    public Finding severity(Severity other) {
        return new Finding(code, other, message, source, module, kernelMessage, related, fixes);
    }

    /** The same at a place of the author's, beside the one in the module. */
    public Finding in(SourceRange range) {
        return new Finding(code, severity, message, Optional.of(range), module, kernelMessage, related, fixes);
    }

    public Finding alsoIn(ElfPlace place) {
        return new Finding(code, severity, message, source, Optional.of(place), kernelMessage, related, fixes);
    }
}

package org.klpls.core.kernel.input;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.klpls.core.kernel.KernelProblem;
import org.klpls.core.kernel.index.KernelFacts;
import org.klpls.core.kernel.index.SymbolColumns;
import org.klpls.core.model.ObjectName;

/** Whether two lists of vmlinux' symbols are of one build. Only distances count: a running kernel may be moved (KASLR). */
final class SymbolAgreement {
    private static final String ANCHOR = "_stext";

    private SymbolAgreement() {}

    /** The problem, where they are not; empty too where one has no symbols of vmlinux. */
    static Optional<KernelProblem> difference(KernelFacts first, KernelFacts other) {
        Optional<SymbolColumns> one = vmlinux(first);
        Optional<SymbolColumns> two = vmlinux(other);
        if (one.isEmpty() || two.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Long> expected = distances(one.get());
        Map<String, Long> found = distances(two.get());
        long compared = found.keySet().stream().filter(expected::containsKey).count();
        long equal = found.entrySet().stream().filter(e -> e.getValue().equals(expected.get(e.getKey()))).count();
        boolean same = compared == 0 || equal >= compared - compared / 100;
        return same
                ? Optional.empty()
                : Optional.of(new KernelProblem(other.identity().origin(),
                        other.identity().origin() + " is of another build than " + first.identity().origin() + ": "
                                + (compared - equal) + " of " + compared + " symbols lie elsewhere",
                        "give inputs of one build only"));
    }

    private static Optional<SymbolColumns> vmlinux(KernelFacts facts) {
        return facts.objects()
                .stream()
                .filter(o -> o.object() instanceof ObjectName.Vmlinux)
                .findFirst()
                .map(KernelFacts.ObjectFacts::symbols);
    }

    /** From the start of the kernel's text, by the names of text symbols. */
    private static Map<String, Long> distances(SymbolColumns symbols) {
        Map<String, Long> addresses = new HashMap<>();
        for (int i = 0; i < symbols.count(); i++) {
            if (symbols.type(i) == 'T') {
                addresses.putIfAbsent(symbols.name(i), symbols.address(i));
            }
        }
        Long anchor = addresses.get(ANCHOR);
        if (anchor == null) {
            return Map.of();
        }
        addresses.replaceAll((_, address) -> address - anchor);
        return addresses;
    }
}

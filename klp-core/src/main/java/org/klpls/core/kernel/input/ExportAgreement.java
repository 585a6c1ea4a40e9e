package org.klpls.core.kernel.input;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.klpls.core.kernel.Export;
import org.klpls.core.kernel.KernelModule;
import org.klpls.core.kernel.KernelProblem;
import org.klpls.core.kernel.index.KernelFacts;

/**
 * Whether two inputs know the same exports of one build: a CRC stands for the types of what is exported. Source:
 * scripts/genksyms, v6.1.
 */
final class ExportAgreement {
    private static final String STRUCT_MODULE = "module_layout";
    private static final String REMEDY = "give inputs of one build only";

    private ExportAgreement() {}

    /** The problem, where they do not agree; empty too where they have nothing in common. */
    static Optional<KernelProblem> difference(KernelFacts first, KernelFacts other) {
        return crcs(first, other).or(() -> modules(first, other)).or(() -> modules(other, first));
    }

    private static Optional<KernelProblem> crcs(KernelFacts first, KernelFacts other) {
        Map<String, Export> known = new HashMap<>();
        first.exports().forEach(e -> known.putIfAbsent(e.name(), e));
        int compared = 0;
        int different = 0;
        String example = "";
        for (Export export : other.exports()) {
            Export same = known.get(export.name());
            if (same != null && same.owner().equals(export.owner()) && same.crc().isPresent()
                    && export.crc().isPresent()) {
                compared++;
                if (!same.crc().equals(export.crc())) {
                    different++;
                    example = example.isEmpty() ? export.name() : example;
                }
            }
        }
        return different == 0
                ? Optional.empty()
                : Optional.of(new KernelProblem(other.identity().origin(),
                        other.identity().origin() + " is of another build than " + first.identity().origin() + ": "
                                + different + " of " + compared + " exported symbols have another CRC, such as "
                                + example,
                        REMEDY));
    }

    /** A module is refused by a kernel whose struct module is another one. Source: check_modstruct_version(), v6.1. */
    private static Optional<KernelProblem> modules(KernelFacts kernel, KernelFacts folder) {
        OptionalInt crc = kernel.exports().stream().filter(e -> e.name().equals(STRUCT_MODULE)).map(Export::crc)
                .findFirst().orElse(OptionalInt.empty());
        if (crc.isEmpty()) {
            return Optional.empty();
        }
        List<String> others = folder.modules().modules().stream()
                .filter(m -> m.structVersion().isPresent() && !m.structVersion().equals(crc)).map(KernelModule::file)
                .toList();
        // A few may be left from before, such as one that was built by hand: the folder is still this kernel's.
        return others.size() * 2 <= folder.modules().modules().size()
                ? Optional.empty()
                : Optional.of(new KernelProblem(folder.identity().origin(),
                        folder.identity().origin() + " holds modules of another build than "
                                + kernel.identity().origin() + ", such as " + others.getFirst()
                                + ": their struct module has another CRC",
                        REMEDY));
    }
}

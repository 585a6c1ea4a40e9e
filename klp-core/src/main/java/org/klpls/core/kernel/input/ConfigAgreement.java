package org.klpls.core.kernel.input;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.klpls.core.kernel.KernelProblem;
import org.klpls.core.kernel.index.KernelFacts;

/** Whether a configuration is that of the build which another input tells of. */
final class ConfigAgreement {
    /** A build folder that another compiler was used in has its version: that is no other kernel. Source: init/Kconfig. */
    private static final String OF_TOOLS = "CONFIG_((CC|GCC|CLANG|AS|LD|LLD|RUSTC|PAHOLE|TOOLS|BINDGEN)_.*)";

    private ConfigAgreement() {}

    /** The problem, where they do not agree; empty too where they have nothing in common. */
    static Optional<KernelProblem> difference(KernelFacts first, KernelFacts other) {
        if (first.config().isEmpty() || other.config().isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> known = byName(first.config());
        // What one of them leaves out is no difference: packages of headers name options that the image's package does not.
        Optional<String> different = byName(other.config()).entrySet()
                .stream()
                .filter(option -> known.containsKey(option.getKey())
                        && !option.getValue().equals(known.get(option.getKey())))
                .map(Map.Entry::getKey)
                .filter(name -> !name.matches(OF_TOOLS))
                .sorted()
                .findFirst();
        return different.map(name -> problem(other, first, "their configurations differ, such as in " + name));
    }

    private static Map<String, String> byName(List<String> lines) {
        Map<String, String> values = new HashMap<>();
        for (String line : lines) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                values.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return values;
    }

    private static KernelProblem problem(KernelFacts facts, KernelFacts than, String why) {
        return new KernelProblem(facts.identity().origin(), facts.identity().origin() + " is of another build than "
                + than.identity().origin() + ": " + why, "give inputs of one build only");
    }
}

package org.klpls.core.real;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.klpls.core.check.Cancellation;
import org.klpls.core.check.Checked;
import org.klpls.core.check.Checker;
import org.klpls.core.check.Inputs;
import org.klpls.core.loader.ModuleLoader;
import org.klpls.core.loader.Verdict;
import org.klpls.core.module.LivepatchModule;
import org.klpls.core.module.ModuleReading;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Severity;

/** {@code klpls check} and {@code klpls verify} with the stock kernel. */
final class Klpls {
    private static final Checker CHECKER = new Checker();

    private Klpls() {}

    /** What is found at warning or above. Nothing may be unreadable. */
    static List<Finding> check(Path... inputs) {
        Inputs found = Inputs.of(List.of(inputs));
        Checked checked = CHECKER.check(found.request(Optional.of(Stock.kernel()), Optional.empty(), List.of()),
                Cancellation.NEVER);
        if (!found.problems().isEmpty() || !checked.problems().isEmpty()) {
            throw new AssertionError("unreadable: " + found.problems() + checked.problems());
        }
        return checked.report().findings().stream().filter(f -> f.severity().atLeast(Severity.WARNING)).toList();
    }

    /** {@code klpls verify} of one module, with no other module loaded. */
    static Verdict verify(Path module) {
        ModuleReading reading = LivepatchModule.read(module);
        return reading.module()
                .map(read -> ModuleLoader.verify(read, Stock.kernel(), List.of()))
                .orElseGet(() -> ModuleLoader.unreadable(reading));
    }
}

package org.klpls.core.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.klpls.c.text.SourceText;
import org.klpls.core.check.Cancellation;
import org.klpls.core.check.Checked;
import org.klpls.core.check.Checker;
import org.klpls.core.check.Inputs;
import org.klpls.core.loader.ModuleLoader;
import org.klpls.core.loader.Verdict;
import org.klpls.core.model.KlpFunc;
import org.klpls.core.model.KlpObject;
import org.klpls.core.model.KlpPatch;
import org.klpls.core.model.Located;
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
        if (checked.report().skipped().stream().anyMatch(skipped -> skipped.check().equals("headers"))) {
            throw new AssertionError("read without the kernel's headers: " + checked.report().skipped());
        }
        return checked.report().findings().stream().filter(f -> f.severity().atLeast(Severity.WARNING)).toList();
    }

    /** The patches of a source: a line for each object, then one for each of its functions. */
    static List<String> tablesOfSource(Path source) throws IOException {
        SourceText text = SourceText.of(source, Files.readString(source));
        return lines(CHECKER.read(text, Optional.empty(), Optional.empty()).source().patches());
    }

    /** The same of a module. */
    static List<String> tablesOfModule(Path module) {
        LivepatchModule read = LivepatchModule.read(module).module().orElseThrow();
        return lines(read.patches(Optional.of(Stock.kernel())).patches());
    }

    private static List<String> lines(List<KlpPatch> patches) {
        List<String> lines = new ArrayList<>();
        for (KlpPatch patch : patches) {
            for (KlpObject object : patch.objects().entries()) {
                lines.add(object.objectName().text());
                object.funcs().ifPresent(funcs -> funcs.entries().forEach(func -> lines.add(line(func))));
            }
        }
        return lines;
    }

    private static String line(KlpFunc func) {
        return func.oldName().map(Located::value).orElse("-") + " " + func.symposOrZero() + " "
                + func.newFunc().map(Located::value).orElse("-");
    }

    /** {@code klpls verify} of one module, with no other module loaded. */
    static Verdict verify(Path module) {
        ModuleReading reading = LivepatchModule.read(module);
        return reading.module()
                .map(read -> ModuleLoader.verify(read, Stock.kernel(), List.of()))
                .orElseGet(() -> ModuleLoader.unreadable(reading));
    }
}

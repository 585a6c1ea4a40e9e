package org.klpls.core.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Related;
import org.klpls.core.testing.kernel.BuiltModule;
import org.klpls.core.testing.kernel.BuiltModules;
import org.klpls.core.testing.kernel.KernelModuleBuild;
import org.klpls.core.testing.kernel.Outcome;
import org.klpls.core.testing.kernel.RealKernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A name that several functions have: klpls lists them as the kernel counts them, and each of its fixes is good. */
@NeedsRealThings({RealThing.KERNEL, RealThing.HEADERS, RealThing.QEMU})
class AmbiguousNameTest {
    private static final MarkedText AMBIGUOUS = LivepatchText.GOOD.funcs(LivepatchText.FUNC + ",",
            "{ .old_name = \"show\", .new_func = klpp_version_proc_show, },", "{ }", "};").marked();

    @TempDir
    Path folder;

    @Test
    void everyOccurrenceIsListedInTheKernelsOrderAndEveryFixIsAcceptedByTheKernel() throws IOException {
        List<String> kernels = RealKernel.stock().read(List.of("/proc/kallsyms")).getFirst().stream()
                .filter(line -> line.matches("[0-9a-f]+ \\w show"))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
        Finding finding = only(AMBIGUOUS.text());
        assertEquals("klp-sympos-required", finding.code());
        assertEquals(kernels.size(), finding.related().size());
        for (int i = 0; i < kernels.size(); i++) {
            String told = finding.related().stream().map(Related::message).toList().get(i);
            assertTrue(told.contains(kernels.get(i)), told + " should tell " + kernels.get(i));
        }
        assertEquals(kernels.size(), finding.fixes().size());
        List<String> fixed = finding.fixes().stream().map(fix -> Fixes.apply(fix, AMBIGUOUS.text())).toList();
        for (String text : fixed) {
            assertEquals(List.of(), check(text));
        }
        for (Outcome outcome : load(fixed)) {
            assertTrue(outcome.accepted(), outcome::toString);
        }
    }

    private Finding only(String text) throws IOException {
        List<Finding> findings = check(text);
        assertEquals(1, findings.size(), findings::toString);
        return findings.getFirst();
    }

    private List<Finding> check(String text) throws IOException {
        BuiltModule flagsFrom = KernelModuleBuild.build("ambiguous", new TreeMap<>(Map.of("ambiguous",
                AMBIGUOUS.text()))).named("ambiguous");
        Path cmd = folder.resolve(".ambiguous.o.cmd");
        if (!Files.exists(cmd)) {
            Files.copy(flagsFrom.source().resolveSibling(".ambiguous.o.cmd"), cmd);
        }
        return Klpls.check(Files.writeString(folder.resolve("ambiguous.c"), text));
    }

    private static List<Outcome> load(List<String> texts) {
        TreeMap<String, String> sources = new TreeMap<>();
        List<String> names = new ArrayList<>();
        for (String text : texts) {
            names.add("fixed_" + names.size());
            sources.put(names.getLast(), text);
        }
        BuiltModules built = KernelModuleBuild.build("fixed", sources);
        return RealKernel.stock().load(built.named(names).stream().map(BuiltModule::ko).toList());
    }
}

package org.klpls.core.testing.kernel;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The judge itself: it must tell accepted, rejected, crashed and hung modules apart, and go on after each. */
@NeedsRealThings({RealThing.KERNEL, RealThing.HEADERS, RealThing.QEMU})
class RealKernelTest {
    private static final String MODULE = """
            #include <linux/module.h>
            #include <linux/delay.h>
            static int start(void)
            {
            	pr_info("started\\n");
            	%s
            }
            static void end(void)
            {
            }
            module_init(start);
            module_exit(end);
            MODULE_LICENSE("GPL");
            """;

    @Test
    void tellsWhatTheKernelDidWithEachModuleAlsoAfterACrash() {
        BuiltModules built = KernelModuleBuild.build("judge",
                new TreeMap<>(Map.of("fine", MODULE.formatted("return 0;"), "failing",
                        MODULE.formatted("return -EDOM;"), "crashing",
                        MODULE.formatted("*(volatile int *)8 = 1; return 0;"), "hanging",
                        MODULE.formatted("preempt_disable(); for (;;) cpu_relax(); return 0;"))));
        List<Outcome> outcomes = RealKernel.stock()
                .load(List.of(built.named("fine").ko(), built.named("failing").ko(), built.named("crashing").ko(),
                        built.named("fine").ko(), built.named("hanging").ko(), built.named("fine").ko()));
        for (int fine : List.of(0, 3, 5)) {
            assertTrue(outcomes.get(fine).accepted(), outcomes.get(fine)::toString);
            assertTrue(outcomes.get(fine).says("started"), outcomes.get(fine)::toString);
        }
        assertAll(() -> assertTrue(outcomes.get(1).rejected()),
                () -> assertEquals("33", outcomes.get(1).errnoName()),
                () -> assertEquals(Outcome.End.CRASHED, outcomes.get(2).end()),
                () -> assertTrue(
                        outcomes.get(2).says("BUG: kernel NULL pointer dereference, address: 0000000000000008"),
                        outcomes.get(2)::toString),
                () -> assertEquals(Outcome.End.CRASHED, outcomes.get(4).end(), "a lockup is found by the watchdog"),
                () -> assertEquals("none", outcomes.get(4).errnoName()));
    }

    @Test
    void givesNamesAndTraceableFunctions() {
        List<List<String>> files = RealKernel.stock()
                .read(List.of("/proc/kallsyms", "/sys/kernel/tracing/available_filter_functions", "/no/such/file"));
        assertTrue(files.get(0).stream().anyMatch(line -> line.matches("ffffffff[0-9a-f]{8} T start_kernel")));
        assertFalse(files.get(1).isEmpty());
        assertEquals(List.of(), files.get(2));
    }
}

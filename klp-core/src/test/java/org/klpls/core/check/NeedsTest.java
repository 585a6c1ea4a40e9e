package org.klpls.core.check;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Report;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Skipped;
import org.klpls.core.rules.RuleCatalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Where a fact is missing, the rules that need it say nothing, and the report says what to give. */
class NeedsTest {
    /** Facts of a kernel as a fixture leaves them out, and how their lack is called. Without more, inlines and vermagic lack. */
    private static final Map<Need, String> LACKING = Map.of(Need.KERNEL_SYMBOLS, "symbols", Need.KERNEL_TRACEABLE,
            "traceable", Need.KERNEL_TYPES, "btf", Need.KERNEL_EXPORTS, "exports", Need.KERNEL_INLINES, "inlines");

    /** One entry for each way in which a target can be wrong. */
    private static final String SOURCE = """
            #include <linux/module.h>
            #include <linux/livepatch.h>

            static int klpp(int a, int b, int c)
            {
            	return a + b + c;
            }

            static struct klp_func funcs[] = {
            	{ "cmdline_proc_show", klpp }, { "meminfo_proc_show", klpp }, { "show", klpp },
            	{ "no_such_function", klpp }, { "do_syscall_64", klpp }, { "native_sched_clock", klpp },
            	{ "saved_command_line", klpp }, { "start_kernel", klpp }, { "inlined_away", klpp },
            	{ }
            };

            static struct klp_object objs[] = { { .funcs = funcs }, { } };

            static struct klp_patch patch = { .mod = THIS_MODULE, .objs = objs };

            static int patch_init(void)
            {
            	return klp_enable_patch(&patch);
            }

            static void patch_exit(void)
            {
            }

            module_init(patch_init);
            module_exit(patch_exit);
            MODULE_LICENSE("GPL");
            MODULE_INFO(livepatch, "Y");
            """;

    private static final String KERNEL = """
            @like standard
            @export meminfo_proc_show vmlinux all - 12345678
            @prototype meminfo_proc_show int (struct seq_file *, void *)
            @prototype cmdline_proc_show int (struct seq_file *, void *)
            """;

    private static final String INLINES = """
            @function cmdline_proc_show fs/proc/cmdline.c:10 cmdline_proc_show
            @function inlined_away fs/proc/cmdline.c:5 -
            @copies inlined_away cmdline_proc_show 1
            """;

    @ParameterizedTest
    @EnumSource(names = {"KERNEL_SYMBOLS", "KERNEL_TRACEABLE", "KERNEL_TYPES", "KERNEL_EXPORTS", "KERNEL_INLINES"})
    void whatIsMissingIsSaidOnceAndNotGuessed(Need need) {
        String fact = LACKING.get(need);
        Report report = check(need == Need.KERNEL_INLINES ? KERNEL : KERNEL + INLINES + "@unknown " + fact + "\n");
        assertEquals(List.of(), codes(report).stream().filter(code -> needs(code).contains(need)).toList());
        List<Skipped> skipped = report.skipped().stream().filter(s -> s.check().equals(fact)).toList();
        assertEquals(1, skipped.size(), report.skipped()::toString);
        assertFalse(skipped.getFirst().reason().isBlank());
        assertFalse(skipped.getFirst().remedy().isBlank());
    }

    /** Else the test above would show nothing. */
    @Test
    void withAllFactsEachNeedHasAFinding() {
        Set<Need> needed = EnumSet.noneOf(Need.class);
        codes(check(KERNEL + INLINES)).forEach(code -> needed.addAll(needs(code)));
        assertTrue(needed.containsAll(LACKING.keySet()), needed::toString);
    }

    @Test
    void withoutAKernelThatIsTheOneThingSaid() {
        Report report = FixtureCheck.run(SOURCE, Map.of());
        assertEquals(List.of("kernel"), report.skipped().stream().map(Skipped::check).toList());
    }

    @Test
    void eachNeedOfARuleHasAReasonAndARemedy() {
        Set<Need> all = EnumSet.noneOf(Need.class);
        RuleCatalog.ALL.infos().forEach(info -> all.addAll(info.needs()));
        for (Need need : all) {
            MissingFacts.of(Set.of(need), java.util.Optional.of(kernelOf("@release 6.1.0-fixture")))
                    .forEach(skipped -> {
                        assertFalse(skipped.reason().isBlank(), need::name);
                        assertFalse(skipped.remedy().isBlank(), need::name);
                    });
        }
    }

    private static org.klpls.core.kernel.TargetKernel kernelOf(String lines) {
        return org.klpls.core.kernel.FixtureKernel.of(lines);
    }

    private static Report check(String kernel) {
        return FixtureCheck.run(SOURCE, Map.of("/kernel.tsv", kernel));
    }

    private static Set<String> codes(Report report) {
        Set<String> codes = new TreeSet<>();
        report.findings().stream().map(Finding::code).forEach(codes::add);
        return codes;
    }

    private static Set<Need> needs(String code) {
        return RuleCatalog.ALL.info(code).map(RuleInfo::needs).orElse(Set.of());
    }
}

package org.klpls.core.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.klpls.c.build.CompileCommands;
import org.klpls.core.elf.ElfDraft;
import org.klpls.core.kernel.FixtureKernel;
import org.klpls.core.module.LivepatchFixture;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Report;
import org.klpls.core.rule.Severity;
import org.klpls.core.rule.Skipped;
import org.klpls.core.rules.RuleCatalog;
import org.klpls.core.source.LivepatchSourceReader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** A folder with a livepatch in source and as a module, each with defects, checked with less and less beside it. */
class PartialInputsTest {
    /** Each defect needs another fact to be seen: no kernel, symbols, traced places, types, inline copies. */
    private static final String SOURCE = """
            #include <linux/livepatch.h>
            static int klpp_once(int a, int b, int c) { return a + b + c; }
            static struct klp_func funcs[] = {
            	{ .old_name = "cmdline_proc_show", .new_func = klpp_once },
            	{ .old_name = "init_once", .new_func = klpp_once },
            	{ .old_name = "do_syscall_64", .new_func = klpp_once },
            	{ .old_name = "inlined_away", .new_func = klpp_once },
            };
            static struct klp_object objs[] = { { .funcs = funcs }, { } };
            static struct klp_patch patch = { .mod = THIS_MODULE, .objs = objs };
            static int patch_init(void) { return klp_enable_patch(&patch); }
            static void patch_exit(void) { }
            module_init(patch_init);
            module_exit(patch_exit);
            MODULE_LICENSE("GPL");
            MODULE_INFO(livepatch, "Y");
            """;

    private static final String TYPES = """
            @layout klp_patch 48 states:0:8 objs:8:8 mod:16:8 replace:24:1
            @layout klp_object 32 funcs:8:8 name:16:8
            @layout klp_func 40 new_func:0:8 old_name:16:8 old_sympos:24:8
            @layout module 256 state:0:4 name:24:56
            @prototype cmdline_proc_show int (struct seq_file *, void *)
            """;

    private static final String EXPORTS = """
            @export klp_enable_patch vmlinux gpl - 11111111
            @export module_layout vmlinux all - 22222222
            """;

    private static final String SYMBOLS = """
            vmlinux ffffffff81000100 T klp_enable_patch     yes   text    64
            vmlinux ffffffff81001000 t cmdline_proc_show    yes   text    48
            vmlinux ffffffff81002000 t init_once            yes   text    32
            vmlinux ffffffff81003000 t init_once            yes   text    32
            vmlinux ffffffff81004000 t do_syscall_64        no    noinstr 64
            """;

    private static final String INLINES = """
            @function cmdline_proc_show fs/proc/cmdline.c:10 cmdline_proc_show
            @function inlined_away fs/proc/cmdline.c:5 -
            @copies inlined_away cmdline_proc_show 1
            """;

    private static final String RELEASE = "@release 6.1.0-fixture\n";
    private static final String VERMAGIC = "@vermagic 6.1.0-fixture SMP mod_unload modversions\n";

    /** What a user may have of a kernel. */
    enum Kernel {
        NONE(""),
        SYMVERS(EXPORTS + "@unknown symbols\n@unknown traceable\n@unknown btf\n"),
        BUILD_FOLDER(RELEASE + VERMAGIC + EXPORTS + "@unknown symbols\n@unknown traceable\n@unknown btf\n"),
        SYSTEM_MAP(SYMBOLS + "@unknown traceable\n@unknown btf\n@unknown exports\n"),
        VMLINUZ_WITHOUT_BTF(RELEASE + VERMAGIC + EXPORTS + SYMBOLS + "@unknown btf\n"),
        VMLINUZ(RELEASE + VERMAGIC + EXPORTS + SYMBOLS + TYPES),
        WITH_DWARF(RELEASE + VERMAGIC + EXPORTS + SYMBOLS + TYPES + INLINES);

        private final String lines;

        Kernel(String lines) {
            this.lines = lines;
        }
    }

    /** One row: what is given, which codes are found at warning or above, and which checks are skipped. */
    record Row(boolean source, boolean module, Kernel kernel, Set<String> codes, Set<String> skipped) {
        static Row of(String line) {
            List<String> columns = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            return new Row(columns.get(0).contains("source"), columns.get(0).contains("module"),
                    Kernel.valueOf(columns.get(1).toUpperCase(Locale.ROOT).replace(' ', '_')), words(columns.get(2)),
                    words(columns.get(3)));
        }

        private static Set<String> words(String column) {
            return Arrays.stream(column.split(", *")).filter(w -> !w.isEmpty())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @TempDir
    Path folder;

    private static Stream<Row> rows() throws IOException {
        return Files.readString(Path.of("src/test/resources/partial-inputs.txt")).lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#")).map(Row::of);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatIsGivenIsCheckedAndTheRestIsSkippedWithItsRemedy(Row row) throws IOException {
        Report report = check(row);
        assertEquals(row.codes(), report.findings().stream().filter(f -> f.severity().compareTo(Severity.WARNING) <= 0)
                .map(Finding::code).collect(Collectors.toCollection(TreeSet::new)));
        assertEquals(row.skipped(), report.skipped().stream().map(Skipped::check)
                .collect(Collectors.toCollection(TreeSet::new)));
        assertEquals(report.skipped().size(), row.skipped().size(), "each is told once");
        for (Skipped skipped : report.skipped()) {
            assertFalse(skipped.reason().isBlank(), skipped::check);
            assertFalse(skipped.remedy().isBlank(), skipped::check);
        }
    }

    @Test
    void theRowsAreEachWayToGiveLess() throws IOException {
        assertEquals(3L * Kernel.values().length,
                rows().map(row -> row.source() + " " + row.module() + " " + row.kernel()).distinct().count());
    }

    private Report check(Row row) throws IOException {
        if (row.source()) {
            Files.writeString(folder.resolve("fixture.c"), SOURCE);
        }
        if (row.module()) {
            Files.write(folder.resolve("fixture.ko"), module());
        }
        Optional<FixtureKernel> kernel = Optional.of(row.kernel()).filter(k -> k != Kernel.NONE)
                .map(k -> FixtureKernel.of(k.lines));
        Checker checker = new Checker(RuleCatalog.ALL,
                new LivepatchSourceReader(new CompileCommands(folder.resolve("no-headers"))));
        return checker.check(Inputs.of(List.of(folder)).request(kernel.map(k -> k), Optional.empty(), List.of()),
                Cancellation.NEVER).report();
    }

    /** It lacks the exported seq_printf, an init_once of two, and has a relocation that no kernel knows. */
    private static byte[] module() {
        ElfDraft draft = LivepatchFixture.good();
        draft.symbol(LivepatchFixture.INIT_ONCE).name = ".klp.sym.vmlinux.init_once,0";
        draft.section(LivepatchFixture.KLP_DATA).changeRela(0, entry -> entry.ofType(77));
        return draft.build();
    }
}

package org.klpls.core.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.c.build.CompileCommands;
import org.klpls.c.text.SourceText;
import org.klpls.core.elf.ElfDraft;
import org.klpls.core.kernel.FixtureKernel;
import org.klpls.core.module.LivepatchFixture;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;
import org.klpls.core.rule.Skipped;
import org.klpls.core.rules.RuleCatalog;
import org.klpls.core.rules.source.SourceContext;
import org.klpls.core.source.LivepatchSourceReader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CheckerTest {
    private static final String SOURCE = """
            #include <linux/livepatch.h>
            static int klpp_nope(void) { return 0; }
            static struct klp_func funcs[] = { { "nope", klpp_nope }, { } };
            static struct klp_func ext4_funcs[] = { { "nope", klpp_nope }, { } };
            static struct klp_object objs[] = { { .funcs = funcs }, { .name = "ext4", .funcs = ext4_funcs }, { } };
            static struct klp_patch patch = { .mod = THIS_MODULE, .objs = objs };
            static int patch_init(void) { return klp_enable_patch(&patch); }
            static void patch_exit(void) { }
            module_init(patch_init);
            module_exit(patch_exit);
            MODULE_LICENSE("GPL");
            MODULE_INFO(livepatch, "Y");
            """;

    @TempDir
    Path folder;

    @Test
    void withoutAKernelOneSkipTellsAllThatIsMissing() {
        assertEquals(List.of("headers", "module", "kernel"),
                checks(checker(RuleCatalog.ALL).check(request(""), Cancellation.NEVER)));
    }

    @Test
    void whatTheCallerSaysOfAMissingKernelStandsAlone() {
        CheckRequest plain = request("");
        CheckRequest noted = new CheckRequest(plain.sources(), plain.modules(), plain.kernel(), plain.flags(),
                List.of(new Skipped("kernel", "the vmlinuz is cut off", "give another")));
        Checked checked = checker(RuleCatalog.ALL).check(noted, Cancellation.NEVER);
        assertEquals("the vmlinuz is cut off", checked.report().skipped().getFirst().reason());
        assertEquals(List.of("kernel", "headers", "module"), checks(checked));
    }

    @Test
    void aModuleWhoseSymbolsAreUnknownIsSkippedAndTheRestJudged() {
        Checked checked = checker(RuleCatalog.ALL).check(request("vmlinux ffffffff81000000 t show yes text 8"),
                Cancellation.NEVER);
        assertEquals(List.of("headers", "module", "inlines", "module symbols"), checks(checked));
        assertEquals(List.of("klp-func-not-found"), codes(checked));
    }

    @Test
    void aRuleThatFailsIsOneFindingAndTheOthersGoOn() {
        RuleCatalog catalog = new RuleCatalog(RuleCatalog.ALL.table(), List.of(new Failing()), RuleCatalog.ALL.pair(),
                RuleCatalog.ALL.module());
        Checked checked = checker(catalog).check(request("vmlinux ffffffff81000000 t show yes text 8"),
                Cancellation.NEVER);
        assertEquals(Set.of("klpls-internal-error", "klp-func-not-found"),
                Set.copyOf(checked.report().findings().stream().map(Finding::code).toList()));
    }

    @Test
    void aCancelledCheckEndsAtOnce() {
        assertThrows(CancellationException.class, () -> checker(RuleCatalog.ALL).check(request(""), () -> true));
    }

    @Test
    void anInterruptedCheckEndsToo() {
        Thread.currentThread().interrupt();
        try {
            assertThrows(CancellationException.class,
                    () -> checker(RuleCatalog.ALL).check(request(""), Cancellation.NEVER));
        } finally {
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void whatIsNoModuleIsAProblemOfTheInput() throws IOException {
        for (String content : List.of("", "this is text", "\177ELF")) {
            Path module = Files.writeString(folder.resolve("patch.ko"), content);
            Checked checked = checker(RuleCatalog.ALL).check(
                    new CheckRequest(List.of(), List.of(module), Optional.empty(), Optional.empty(), List.of()),
                    Cancellation.NEVER);
            assertEquals(List.of(module), checked.problems().stream().map(InputProblem::path).toList());
            assertEquals(List.of(), checked.report().findings());
        }
    }

    @Test
    void anErrorInTheTablesOfOneLivepatchHidesNoneOfAnother() throws IOException {
        Path module = Files.write(folder.resolve("fixture.ko"), withANameGivenByCode().build());
        SourceText other = SourceText.of(folder.resolve("other.c"), SOURCE);
        assertEquals(List.of("klp-func-not-found"), codesWithKernel(List.of(), module));
        assertEquals(List.of("klp-func-not-found", "klp-func-not-found"), codesWithKernel(List.of(other), module));
    }

    private List<String> codesWithKernel(List<SourceText> sources, Path module) {
        return codes(checker(RuleCatalog.ALL).check(new CheckRequest(sources, List.of(module),
                Optional.of(LivepatchFixture.kernel()), Optional.empty(), List.of()), Cancellation.NEVER))
                .stream().sorted().toList();
    }

    /** init: movq $name,funcs.old_name; mov $patch,%rdi; call klp_enable_patch; ret. The name only the loader sees. */
    private static ElfDraft withANameGivenByCode() {
        ElfDraft draft = LivepatchFixture.good();
        byte[] code = HexFormat.of().parseHex("48c7050000000000000000" + "48c7c700000000" + "e800000000" + "c3");
        System.arraycopy(code, 0, draft.section(".text").data, 0x20, code.length);
        List<ElfDraft.Entry> entries = new ArrayList<>(
                draft.section(".rela.text").relas().stream().filter(e -> e.offset() < 0x20).toList());
        entries.add(new ElfDraft.Entry(0x23, LivepatchFixture.PC32, draft.symbolIndex("funcs"), 16 - 8));
        int strings = draft.section(".rela.data").relas().get(4).symbol();
        entries.add(new ElfDraft.Entry(0x27, LivepatchFixture.ABS32S, strings,
                1 + LivepatchFixture.addString(draft, "no_such")));
        entries.add(new ElfDraft.Entry(0x2e, LivepatchFixture.ABS32S, draft.symbolIndex("patch"), 0));
        entries.add(new ElfDraft.Entry(0x33, LivepatchFixture.PLT32, draft.symbolIndex("klp_enable_patch"), -4));
        draft.section(".rela.text").relas(entries);
        return draft;
    }

    @Test
    void whatIsMissingInOneOfSeveralSourcesMayStandInAnother() throws IOException {
        String unmarked = SOURCE.replace("MODULE_INFO(livepatch, \"Y\");", "");
        CheckRequest alone = new CheckRequest(List.of(SourceText.of(folder.resolve("patch.c"), unmarked)), List.of(),
                Optional.empty(), Optional.empty(), List.of());
        assertEquals(List.of("klp-modinfo-missing"), codes(checker(RuleCatalog.ALL).check(alone, Cancellation.NEVER)));
        Files.writeString(folder.resolve("Kbuild"), "obj-m := fix.o\nfix-y := patch.o main.o\n");
        assertEquals(List.of(), codes(checker(RuleCatalog.ALL).check(alone, Cancellation.NEVER)));
    }

    @Test
    void licenceAndMarkMayStandInAHeaderOfTheAuthor() throws IOException {
        String lines = "MODULE_LICENSE(\"GPL\");\nMODULE_INFO(livepatch, \"Y\");\n";
        String including = SOURCE.replace(lines, "#include \"about.h\"\n");
        CheckRequest request = new CheckRequest(List.of(SourceText.of(folder.resolve("patch.c"), including)), List.of(),
                Optional.empty(), Optional.empty(), List.of());
        Files.writeString(folder.resolve("about.h"), "");
        assertEquals(List.of("klp-modinfo-missing", "mod-license-not-gpl"),
                codes(checker(RuleCatalog.ALL).check(request, Cancellation.NEVER)));
        Files.writeString(folder.resolve("about.h"), lines);
        assertEquals(List.of(), codes(checker(RuleCatalog.ALL).check(request, Cancellation.NEVER)));
    }

    @Test
    void inputsAreSourcesModulesAndFoldersOfThem() throws IOException {
        Files.writeString(folder.resolve("a.c"), SOURCE);
        Files.writeString(folder.resolve("a.mod.c"), "");
        Files.writeString(folder.resolve("a.ko"), "");
        Inputs inputs = Inputs.of(List.of(folder, folder.resolve("a.c"), folder.resolve("nope.c")));
        assertEquals(List.of("a.c"), inputs.sources().stream().map(s -> s.path().getFileName().toString()).toList());
        assertEquals(List.of("a.ko"), inputs.modules().stream().map(m -> m.getFileName().toString()).toList());
        assertEquals(List.of("no such file or folder"), inputs.problems().stream().map(InputProblem::message).toList());
    }

    /** One that finds no kernel headers, whatever is installed. */
    private Checker checker(RuleCatalog catalog) {
        return new Checker(catalog, new LivepatchSourceReader(new CompileCommands(folder.resolve("no-modules"))));
    }

    private CheckRequest request(String kernel) {
        return new CheckRequest(List.of(SourceText.of(folder.resolve("patch.c"), SOURCE)), List.of(),
                kernel.isEmpty() ? Optional.empty() : Optional.of(FixtureKernel.of(kernel)), Optional.empty(),
                List.of());
    }

    private static List<String> codes(Checked checked) {
        return checked.report().findings().stream().map(Finding::code).toList();
    }

    private static List<String> checks(Checked checked) {
        return checked.report().skipped().stream().map(Skipped::check).toList();
    }

    /** A rule with a defect. */
    private static final class Failing implements Rule<SourceContext> {
        @Override
        public RuleInfo info() {
            return new RuleInfo("test-failing", Severity.ERROR, Set.<Need>of(), "fails");
        }

        @Override
        public void check(SourceContext context, Consumer<Finding> sink) {
            throw new IllegalStateException("a defect");
        }
    }
}

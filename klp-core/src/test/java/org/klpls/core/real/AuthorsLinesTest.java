package org.klpls.core.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.c.text.SourceText;
import org.klpls.core.check.Cancellation;
import org.klpls.core.check.CheckRequest;
import org.klpls.core.check.Checker;
import org.klpls.core.elf.ElfDraft;
import org.klpls.core.elf.ElfDraft.Entry;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Related;
import org.klpls.core.rule.Severity;
import org.klpls.core.testing.kernel.BuiltModule;
import org.klpls.core.testing.kernel.KernelModuleBuild;
import org.klpls.core.testing.kernel.StockKernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.klpls.core.real.KlpSymbols.DATA;
import static org.klpls.core.real.KlpSymbols.LINE;
import static org.klpls.core.real.KlpSymbols.SHOW;
import static org.klpls.core.real.KlpSymbols.TEXT;
import static org.klpls.core.real.KlpSymbols.UPTIME;

/** What is wrong with a module is told where its author wrote it, with debug info and without. */
@NeedsRealThings({RealThing.KERNEL, RealThing.HEADERS})
class AuthorsLinesTest {
    private static final String NAME = "authors_lines";
    private static final int R_X86_64_GOTPCREL = 9;
    private static final int R_X86_64_32 = 10;
    private static final String SOURCE = KlpSymbols.SOURCE.marked().text().replace("return uptime_proc_show(m, v);",
            "if (m->count > 7)\n\t\tnothing_exports_this();\n\treturn uptime_proc_show(m, v);")
            .replace("extern void show(void);", "extern void show(void);\nextern void nothing_exports_this(void);");

    /** A change of the module, and what of the source its first finding is at: the line, and the words on it. */
    record Case(String name, String line, String words, Consumer<ElfDraft> change) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Case> CASES = List.of(
            new Case("symbol that nothing exports", "nothing_exports_this();", "nothing_exports_this", _ -> {}),
            new Case("relocation in a function", "seq_printf(m, \"%s %px", "saved_command_line",
                    exported(change(TEXT, LINE, entry -> entry.ofType(R_X86_64_GOTPCREL)))),
            new Case("call of a klp symbol", "return uptime_proc_show(m, v);", "uptime_proc_show",
                    exported(change(TEXT, UPTIME, entry -> entry.ofType(R_X86_64_GOTPCREL)))),
            new Case("klp symbol that is not there", "seq_printf(m, \"%s %px", "show",
                    exported(draft -> draft.symbol(SHOW).name = ".klp.sym.vmlinux.show,9999")),
            new Case("relocation of a variable", "static char **klpp_line", "saved_command_line",
                    exported(change(DATA, LINE, entry -> entry.ofType(R_X86_64_32)))),
            new Case("relocation of an entry of a table", "{ .old_name = \"version_proc_show\"",
                    "{ .old_name = \"version_proc_show\", .new_func = klpp_version_proc_show, }",
                    exported(draft -> draft.section(".rela.data").changeRela(
                            leadingTo("klpp_version_proc_show", ".rela.data", draft),
                            entry -> entry.ofType(R_X86_64_GOTPCREL)))),
            new Case("entry of a special section", "static int klpp_version_proc_show(", "klpp_version_proc_show",
                    exported(draft -> draft.section(".rela__mcount_loc").changeRela(
                            leadingTo("klpp_version_proc_show", ".rela__mcount_loc", draft),
                            entry -> entry.plus(entry.addend() + 1)))));

    @TempDir
    static Path folder;

    private static final Map<Boolean, BuiltModule> BUILT = new TreeMap<>();

    @BeforeAll
    static void build() {
        var sources = new TreeMap<>(Map.of(NAME, SOURCE));
        BUILT.put(true, KernelModuleBuild.build("authors-lines", sources).named(NAME));
        BUILT.put(false, KernelModuleBuild
                .buildWithoutDebugInfo(StockKernel.V6_1, "authors-lines-g0", sources).named(NAME));
    }

    static Stream<Case> cases() {
        return CASES.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void withDebugInfo(Case one) throws IOException {
        assertAt(one, SOURCE, findings(one, true, SOURCE));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void withoutDebugInfo(Case one) throws IOException {
        assertAt(one, SOURCE, findings(one, false, SOURCE));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whileTheSourceIsEditedAbove(Case one) throws IOException {
        String edited = SOURCE.replace("extern void show(void);", "extern void show(void);\n\n\n");
        for (boolean hasDebugInfo : List.of(true, false)) {
            assertAt(one, edited, findings(one, hasDebugInfo, edited));
        }
    }

    @Test
    void withoutTheSourceFunctionAndLineAreNamed() throws IOException {
        Case call = CASES.get(2);
        int line = 1 + SOURCE.substring(0, SOURCE.indexOf(call.line())).split("\n", -1).length - 1;
        assertEquals(List.of("in klpp_cmdline_proc_show(), authors_lines.c:" + line), told(call, true));
        assertEquals(List.of("in klpp_cmdline_proc_show()"), told(call, false));
    }

    @Test
    void theAuthorCanDisableWhatIsToldThere() throws IOException {
        Case symbol = CASES.getFirst();
        String disabled = SOURCE.replace("\t\tnothing_exports_this();",
                "\t\t/* klpls-disable sym-unresolved: the loader of ours exports it */\n\t\tnothing_exports_this();");
        assertTrue(findings(symbol, false, disabled).stream().noneMatch(f -> f.code().equals("sym-unresolved")));
    }

    private static List<String> told(Case one, boolean hasDebugInfo) throws IOException {
        Path module = module(one, hasDebugInfo);
        return check(List.of(), module).getFirst().related().stream().map(Related::message).toList();
    }

    private static List<Finding> findings(Case one, boolean hasDebugInfo, String text) throws IOException {
        Path module = module(one, hasDebugInfo);
        Path source = module.resolveSibling(NAME + ".c");
        return check(List.of(SourceText.of(source, text)), module);
    }

    private static List<Finding> check(List<SourceText> sources, Path module) {
        return new Checker().check(new CheckRequest(sources, List.of(module), Optional.of(Stock.kernel()),
                Optional.empty(), List.of()), Cancellation.NEVER).report().findings().stream()
                .filter(f -> f.severity() == Severity.ERROR && f.module().isPresent()).toList();
    }

    /** In a folder with the source that it was built from, which is older. */
    private static Path module(Case one, boolean hasDebugInfo) throws IOException {
        BuiltModule built = Optional.ofNullable(BUILT.get(hasDebugInfo)).orElseThrow();
        Path here = Files.createTempDirectory(folder, "case");
        ElfDraft draft = ElfDraft.of(Files.readAllBytes(built.ko()));
        KlpSymbols.convert(draft);
        one.change().accept(draft);
        Path module = Files.write(here.resolve(NAME + ".ko"), draft.build());
        Path source = Files.writeString(here.resolve(NAME + ".c"), SOURCE);
        Files.setLastModifiedTime(source, FileTime.fromMillis(Files.getLastModifiedTime(module).toMillis() - 60_000));
        Files.copy(built.source().resolveSibling("." + NAME + ".o.cmd"), here.resolve("." + NAME + ".o.cmd"));
        return module;
    }

    private static void assertAt(Case one, String text, List<Finding> findings) {
        Finding finding = findings.getFirst();
        var range = finding.source().orElseThrow(() -> new AssertionError("no place in the source: " + finding));
        String line = text.split("\n", -1)[range.start().line()];
        assertTrue(line.contains(one.line()), () -> line + ": " + finding);
        assertTrue(text.substring(range.span().start(), range.span().end()).startsWith(one.words()),
                finding::toString);
    }

    /** The symbol that nothing exports is one that is. */
    private static Consumer<ElfDraft> exported(Consumer<ElfDraft> change) {
        return draft -> {
            draft.symbol("nothing_exports_this").name = "seq_puts";
            change.accept(draft);
        };
    }

    private static Consumer<ElfDraft> change(String section, String symbol,
            UnaryOperator<Entry> change) {
        return draft -> {
            int wanted = draft.symbolIndex(symbol);
            List<Integer> symbols = draft.section(section).relas().stream().map(Entry::symbol).toList();
            draft.section(section).changeRela(symbols.indexOf(wanted), change);
        };
    }

    private static int leadingTo(String function, String section, ElfDraft draft) {
        ElfDraft.Symbol wanted = draft.symbol(function);
        List<Entry> relas = draft.section(section).relas();
        return IntStream.range(0, relas.size()).filter(i -> {
            ElfDraft.Symbol symbol = draft.symbols.get(relas.get(i).symbol());
            return symbol.shndx == wanted.shndx && symbol.value + relas.get(i).addend() == wanted.value;
        }).findFirst().orElseThrow();
    }
}

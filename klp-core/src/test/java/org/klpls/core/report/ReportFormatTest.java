package org.klpls.core.report;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.klpls.c.text.SourceRange;
import org.klpls.c.text.SourceText;
import org.klpls.c.text.Span;
import org.klpls.core.check.Checked;
import org.klpls.core.check.InputProblem;
import org.klpls.core.kernel.KernelFact;
import org.klpls.core.kernel.KernelIdentity;
import org.klpls.core.model.ElfPlace;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Fix;
import org.klpls.core.rule.Related;
import org.klpls.core.rule.Report;
import org.klpls.core.rule.Severity;
import org.klpls.core.rule.Skipped;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The whole of each format, letter for letter, is in src/test/resources/reports. */
class ReportFormatTest {
    private static final Path BASE = Path.of("/work");
    private static final ReportOptions OPTIONS = new ReportOptions("1.2.3", false, BASE);

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void aFormatStaysAsItIs(ReportFormat format) throws IOException {
        Path golden = Path.of("src/test/resources/reports/report." + format.id());
        assertEquals(Files.readString(golden), written(format, OPTIONS));
    }

    @Test
    void linesAndCharactersInJsonCountFromZero() throws IOException {
        JsonObject finding = JsonParser.parseString(written(ReportFormat.JSON, OPTIONS)).getAsJsonObject()
                .getAsJsonArray("findings").get(0).getAsJsonObject();
        JsonObject start = finding.getAsJsonObject("range").getAsJsonObject("start");
        assertEquals(1, start.get("line").getAsInt());
        assertEquals(3, start.get("character").getAsInt());
    }

    @Test
    void everySarifResultHasARuleALevelAMessageAndAPlace() throws IOException {
        JsonObject run = JsonParser.parseString(written(ReportFormat.SARIF, OPTIONS)).getAsJsonObject()
                .getAsJsonArray("runs").get(0).getAsJsonObject();
        for (JsonElement element : run.getAsJsonArray("results")) {
            JsonObject result = element.getAsJsonObject();
            assertTrue(result.keySet().containsAll(Set.of("ruleId", "level", "message", "locations")));
            assertTrue(Set.of("error", "warning", "note").contains(result.get("level").getAsString()));
        }
    }

    @Test
    void coloursAreOnlyThereWhenAskedFor() throws IOException {
        assertEquals(-1, written(ReportFormat.TEXT, OPTIONS).indexOf('\033'));
        assertTrue(written(ReportFormat.TEXT, new ReportOptions("1.2.3", true, BASE)).indexOf('\033') >= 0);
    }

    @Test
    void nothingFoundIsSaid() throws IOException {
        Checked nothing = new Checked(new Report(Optional.empty(), List.of(), List.of()), List.of(), List.of());
        StringBuilder out = new StringBuilder();
        ReportFormat.TEXT.write(nothing, OPTIONS, out);
        assertEquals("no findings.\n", out.toString());
    }

    private static String written(ReportFormat format, ReportOptions options) throws IOException {
        StringBuilder out = new StringBuilder();
        format.write(checked(), options, out);
        return out.toString();
    }

    private static Checked checked() {
        SourceText text = SourceText.of(Path.of("/work/patch.c"), "first line\n\t{ \"show\", f },\n");
        SourceRange name = new SourceRange(text, new Span(14, 20));
        Finding inSource = new Finding("klp-sympos-required", Severity.ERROR, "'show' is 2 functions in vmlinux",
                Optional.of(name), Optional.of(ElfPlace.of(BASE.resolve("patch.ko"), ".data", 24)),
                Optional.of("livepatch: unresolvable ambiguity for symbol 'show' in object '(null)'"),
                List.of(new Related("sympos 1: ffffffff81000000, after first", Optional.empty()),
                        new Related("named here too", Optional.of(new SourceRange(text, new Span(0, 5))))),
                List.of(new Fix("Set .old_sympos = 1",
                        List.of(new Fix.Edit(new SourceRange(text, new Span(23, 23)), ", .old_sympos = 1")))));
        Finding inModule = new Finding("reloc-overflow", Severity.WARNING, "a \"quoted\" <message>", Optional.empty(),
                Optional.of(ElfPlace.of(Path.of("/else where/patch.ko"), ".rela.text", 48).withSymbol("klpp_show")),
                Optional.empty(), List.of(), List.of());
        Report.KernelUsed kernel = new Report.KernelUsed(new KernelIdentity(Optional.of("6.1.0-fixture"),
                Optional.empty(), Optional.of("00ff"), Optional.empty(), "a fixture"),
                Set.of(KernelFact.SYMBOLS, KernelFact.TYPES));
        Report report = new Report(Optional.of(kernel), List.of(inSource, inModule),
                List.of(new Skipped("inlines", "inline copies need debug info", "give --kernel a vmlinux")));
        return new Checked(report,
                List.of(new Checked.ModuleUsed(BASE.resolve("patch.ko"), Optional.of(BASE.resolve("patch.c")))),
                List.of(new InputProblem(BASE.resolve("cut.ko"), "is no ELF file")));
    }
}

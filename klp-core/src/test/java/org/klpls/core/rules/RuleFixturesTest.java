package org.klpls.core.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.klpls.c.text.Position;
import org.klpls.core.check.FixtureCheck;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Fix;
import org.klpls.core.rule.Report;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Every text in src/test/resources/fixtures, checked against its marks. A rule's fixtures are in a folder of its code. */
class RuleFixturesTest {
    /** Positions, ends, modinfo, licence, names of objects and functions, entries too many, __init, const, exit. */
    private static final Set<String> MECHANICAL = Set.of("klp-sympos-required", "klp-sympos-out-of-range",
            "klp-funcs-missing-terminator", "klp-objs-missing-terminator", "klp-states-missing-terminator",
            "klp-modinfo-missing", "mod-license-not-gpl", "klp-object-named-vmlinux", "klp-object-module-builtin",
            "klp-object-name-not-modname", "klp-func-not-found", "klp-target-syscall-inner", "klp-func-duplicate",
            "klp-state-duplicate", "klp-new-func-in-init", "klp-new-func-static-inline",
            "klp-table-in-init", "klp-table-const", "klp-table-early-terminator", "klp-patch-null-field",
            "klp-patch-other-module", "klp-enable-result-dropped", "klp-no-exit", "klp-init-positive-return");

    /** What lies behind an empty entry is judged once that is gone, and so is what stands at the position that is chosen. */
    private static final Set<String> SHOWS_MORE = Set.of("klp-table-early-terminator", "klp-patched-funcs-line");

    private static final Path FOLDER = Path.of("src/test/resources/fixtures");

    @TestFactory
    Stream<DynamicTest> fixtures() {
        return files().map(file -> DynamicTest.dynamicTest(FOLDER.relativize(file).toString(), () -> check(file)));
    }

    /** Of each remedy of each finding: applied, the finding is gone, and gcc takes the file as it took it before. */
    @TestFactory
    Stream<DynamicTest> fixes() {
        return files().map(file -> DynamicTest.dynamicTest(FOLDER.relativize(file).toString(), () -> {
            Fixture fixture = Fixture.read(file);
            Report report = FixtureCheck.run(fixture.source(), fixture.parts());
            boolean compiled = FixtureCheck.compiles(fixture.source());
            for (Finding finding : report.findings()) {
                for (Fix fix : finding.fixes()) {
                    String mended = applied(fix, fixture.source());
                    assertTrue(count(mended, fixture, finding.code()) < count(report, finding.code()),
                            () -> fix.title() + " leaves " + finding + " in\n" + mended);
                    assertEquals(List.of(),
                            SHOWS_MORE.contains(finding.code())
                                    ? List.of()
                                    : more(report, FixtureCheck.run(mended, fixture.parts())),
                            () -> fix.title() + " brings others in\n" + mended);
                    assertTrue(!compiled || FixtureCheck.compiles(mended), () -> fix.title() + " breaks\n" + mended);
                }
            }
        }));
    }

    /** The remedies that need no thought are offered: each of these codes has one in some fixture. */
    @Test
    void whatIsMechanicalIsOffered() {
        Set<String> offered = new TreeSet<>();
        files().map(Fixture::read).forEach(fixture -> FixtureCheck.run(fixture.source(), fixture.parts()).findings()
                .stream().filter(finding -> !finding.fixes().isEmpty()).map(Finding::code).forEach(offered::add));
        Set<String> missing = new TreeSet<>(MECHANICAL);
        missing.removeAll(offered);
        assertEquals(Set.of(), missing);
    }

    /** Codes of which there are more at warning or above than before; one of several positions may be taken already. */
    private static List<String> more(Report before, Report after) {
        return after.findings().stream().filter(f -> f.severity().atLeast(Severity.WARNING)).map(Finding::code)
                .distinct().filter(code -> !code.equals("klp-func-duplicate"))
                .filter(code -> count(after, code) > count(before, code)).toList();
    }

    private static long count(String source, Fixture fixture, String code) {
        return count(FixtureCheck.run(source, fixture.parts()), code);
    }

    private static long count(Report report, String code) {
        return report.findings().stream().filter(f -> f.code().equals(code)).count();
    }

    /** Rules on built modules have their tests beside the module reader; all others need both kinds of fixture. */
    @Test
    void everyRuleHasAFixtureThatFiresAndOneThatMustNot() {
        Set<String> lacking = new TreeSet<>();
        for (RuleInfo info : rulesOnSource()) {
            List<Fixture> own = files().filter(f -> f.startsWith(FOLDER.resolve(info.code()))).map(Fixture::read)
                    .toList();
            boolean fires = own.stream().anyMatch(f -> f.marks().stream().anyMatch(m -> m.code().equals(info.code())));
            boolean quiet = own.stream().anyMatch(f -> f.marks().stream().noneMatch(m -> m.code().equals(info.code())));
            if (!fires || !quiet) {
                lacking.add(info.code() + (fires ? ": none that must not fire" : ": none that fires"));
            }
        }
        assertEquals(Set.of(), lacking);
    }

    private static List<RuleInfo> rulesOnSource() {
        RuleCatalog all = RuleCatalog.ALL;
        return Stream.<List<? extends Rule<?>>>of(all.table(), all.source(), all.pair()).flatMap(List::stream)
                .map(Rule::info).toList();
    }

    private static Stream<Path> files() {
        try (Stream<Path> all = Files.walk(FOLDER)) {
            return all.filter(f -> f.toString().endsWith(".fixture")).sorted().toList().stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void check(Path file) {
        Fixture fixture = Fixture.read(file);
        Report report = FixtureCheck.run(fixture.source(), fixture.parts());
        assertEquals(expected(fixture), found(report, fixture), "findings of " + file);
        for (String part : fixture.parts().keySet()) {
            if (part.startsWith("fixed: ")) {
                assertEquals(fixture.parts().get(part), fixed(report, fixture.source(), part.substring(7)), part);
            }
        }
        Optional.ofNullable(fixture.parts().get("skipped")).ifPresent(skipped -> assertEquals(skipped.lines().toList(),
                report.skipped().stream().map(s -> s.check()).toList(), "skipped"));
    }

    private static String expected(Fixture fixture) {
        return fixture.marks().stream().sorted(Comparator.comparingInt(Fixture.Mark::line)
                .thenComparingInt(Fixture.Mark::start).thenComparing(Fixture.Mark::code)).map(Fixture.Mark::toString)
                .collect(Collectors.joining("\n"));
    }

    /** In the form of the marks; a message is cut to what its mark says, where it begins with it or holds it. */
    private static String found(Report report, Fixture fixture) {
        List<Fixture.Mark> open = new ArrayList<>(fixture.marks());
        List<String> lines = new ArrayList<>();
        for (Finding finding : report.findings()) {
            Position start = finding.source().orElseThrow().start();
            Position end = finding.source().orElseThrow().end();
            Optional<Fixture.Mark> mark = open.stream().filter(m -> m.line() == start.line()
                    && m.start() == start.character() && m.code().equals(finding.code())
                    && finding.message().contains(m.message())).findFirst();
            mark.ifPresent(m -> {
                open.remove(m);
                checkMore(m, finding);
            });
            int shownEnd = end.line() == start.line() ? end.character() : mark.map(Fixture.Mark::end).orElse(-1);
            lines.add((start.line() + 1) + ":" + (start.character() + 1) + "-" + (shownEnd + 1) + " "
                    + finding.severity().id() + "[" + finding.code() + "]: "
                    + mark.map(Fixture.Mark::message).orElse(finding.message()));
        }
        return String.join("\n", lines);
    }

    private static void checkMore(Fixture.Mark mark, Finding finding) {
        mark.kernel().ifPresent(line -> assertEquals(Optional.of(line), finding.kernelMessage()));
        for (int i = 0; i < mark.related().size(); i++) {
            int at = i;
            assertTrue(finding.related().size() > at, () -> "no related " + mark.related().get(at));
            assertTrue(finding.related().get(at).message().contains(mark.related().get(at)),
                    () -> finding.related().get(at).message() + " does not say " + mark.related().get(at));
        }
    }

    private static String fixed(Report report, String source, String title) {
        List<Fix> fixes = report.findings().stream().flatMap(f -> f.fixes().stream())
                .filter(f -> f.title().startsWith(title)).toList();
        assertFalse(fixes.isEmpty(), () -> "no fix '" + title + "' among " + report.findings().stream()
                .flatMap(f -> f.fixes().stream()).map(Fix::title).toList());
        return applied(fixes.getFirst(), source);
    }

    private static String applied(Fix fix, String source) {
        String text = source;
        for (Fix.Edit edit : fix.edits().stream()
                .sorted(Comparator.comparingInt((Fix.Edit e) -> e.range().span().start()).reversed()).toList()) {
            text = text.substring(0, edit.range().span().start()) + edit.newText()
                    + text.substring(edit.range().span().end());
        }
        return text;
    }
}

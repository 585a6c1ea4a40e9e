package org.klpls.core.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.klpls.core.rule.RuleInfo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** docs/rules and the catalogue say the same. */
class RulePagesTest {
    private static final Path PAGES = Path.of("../docs/rules");
    private static final List<String> PARTS = List.of("## What and why", "## What the kernel says", "## Example",
            "## How to fix it", "## How to disable it");

    @Test
    void everyCodeHasAPageAndEveryPageACode() throws IOException {
        Set<String> codes = RuleCatalog.ALL.infos().stream().map(RuleInfo::code)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> pages;
        try (Stream<Path> files = Files.list(PAGES)) {
            pages = files.map(f -> f.getFileName().toString().replace(".md", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        assertEquals(codes, pages);
    }

    @Test
    void aPageSaysItsCodeAndSeverityAndHasAllParts() throws IOException {
        for (RuleInfo info : RuleCatalog.ALL.infos()) {
            String page = Files.readString(PAGES.resolve(info.code() + ".md"));
            assertTrue(page.startsWith("# " + info.code() + "\n"), info.code());
            assertTrue(page.contains("| Severity | " + info.severity().id() + " |"),
                    () -> info.code() + " is " + info.severity().id());
            PARTS.forEach(part -> assertTrue(page.contains(part + "\n"), () -> info.code() + " lacks " + part));
        }
    }

    @Test
    void whatTheCoverageNamesIsThere() throws IOException {
        String coverage = Files.readString(PAGES.resolveSibling("coverage.md"));
        Set<String> named = Pattern.compile("\\(rules/([a-z0-9-]+)\\.md\\)").matcher(coverage).results()
                .map(m -> m.group(1)).collect(Collectors.toCollection(TreeSet::new));
        assertFalse(named.isEmpty());
        named.removeIf(code -> RuleCatalog.ALL.info(code).isPresent());
        assertEquals(Set.of(), named);
    }

    @Test
    void noCodeIsThereTwiceWithDifferentMeanings() {
        List<RuleInfo> infos = RuleCatalog.ALL.infos();
        assertEquals(infos.size(), infos.stream().map(RuleInfo::code).distinct().count());
    }
}

package org.klpls.core.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** By what it is shown that the kernel does what a rule's page says. */
public final class RuleProofs {
    private static final Path TESTING = Path.of("../docs/testing.md");
    private static final String HEADING = "### Rules that no load shows";
    private static final Pattern CODE = Pattern.compile("`([a-z0-9]+(?:-[a-z0-9]+)+)`");

    /** Rules that 6.12 shows, and 6.1 cannot: {@code Variants612Test} holds it. */
    public static final Set<String> SHOWN_BY_LATER_KERNELS = Set.of("elf-two-modinfo");

    /** Rules that need a kernel which loads signed modules only: {@link SignatureRequiredTest} makes one. */
    public static final Set<String> SHOWN_WHERE_SIGNATURES_ARE_REQUIRED = Set.of("mod-unsigned");

    private RuleProofs() {}

    /** Rules that {@link DefectsTest} gives to the kernel a livepatch for. */
    public static Set<String> shownByDefects() {
        return Stream.concat(SourceDefects.ALL.stream(), ModuleDefects.ALL.stream())
                .filter(d -> d.fate() != Fate.UNDEFINED).map(Defect::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Rules that docs/testing.md lists as not to be shown so, each with a reason. */
    public static Set<String> listed() throws IOException {
        String text = Files.readString(TESTING);
        int from = text.indexOf(HEADING);
        int to = text.indexOf("\n#", from + HEADING.length());
        return text.substring(from, to < 0 ? text.length() : to).lines().filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(0, line.indexOf('|', 1)))
                .flatMap(cell -> CODE.matcher(cell).results().map(m -> m.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

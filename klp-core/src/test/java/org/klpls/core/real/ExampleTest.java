package org.klpls.core.real;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.c.testing.RealThings;
import org.klpls.core.rule.Finding;
import org.klpls.core.testing.kernel.BuiltModule;
import org.klpls.core.testing.kernel.KernelModuleBuild;
import org.klpls.core.testing.kernel.Outcome;
import org.klpls.core.testing.kernel.RealKernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The example of the README: its mistakes are those that its page tells, and klpls's remedies make it a good one. */
@NeedsRealThings({RealThing.KERNEL, RealThing.HEADERS, RealThing.QEMU})
class ExampleTest {
    private static final Path EXAMPLE = RealThings.projectRoot().resolve("docs/examples/cmdline-fix");
    private static final Pattern CODE_IN_TABLE = Pattern.compile("\\| ([a-z0-9]+-[a-z0-9-]+) \\|\n");

    @TempDir
    Path folder;

    @Test
    void mistakesAreThoseOfItsPageAndTheKernelAcceptsWhatTheFixesMakeOfIt() throws IOException {
        String text = text();
        Path source = write(text);
        List<Finding> findings = Klpls.check(source);
        assertEquals(codesOfPage(), new TreeSet<>(findings.stream().map(Finding::code).toList()));
        for (Optional<Finding> next = fixable(findings); next.isPresent(); next = fixable(Klpls.check(source))) {
            text = Fixes.apply(next.get().fixes().getFirst(), text);
            source = write(text);
        }
        List<Finding> left = Klpls.check(source);
        assertEquals(List.of("klp-target-noinstr"), left.stream().map(Finding::code).toList());
        text = text.replace("\"do_syscall_64\"", "\"uptime_proc_show\"")
                .replace("static void klpp_do_syscall_64(struct pt_regs *regs, int nr)\n{\n",
                        "static int klpp_do_syscall_64(struct seq_file *m, void *v)\n{\n\treturn 0;\n");
        assertEquals(List.of(), Klpls.check(write(text)));
        Outcome outcome = RealKernel.stock().load(List.of(build(text).ko())).getFirst();
        assertTrue(outcome.accepted(), outcome::toString);
    }

    @Test
    void kernelRefusesTheModuleAsVerifyTells() {
        Path module = EXAMPLE.resolve("cmdline-fix.ko");
        Path fresh = build(text()).ko();
        Outcome did = RealKernel.stock().load(List.of(fresh)).getFirst();
        VerdictComparison.assertRefusedAlike(Klpls.verify(fresh), did);
        assertEquals(Klpls.tablesOfModule(fresh), Klpls.tablesOfModule(module), "run rebuild.sh");
    }

    private static Optional<Finding> fixable(List<Finding> findings) {
        return findings.stream().filter(finding -> !finding.fixes().isEmpty()).findFirst();
    }

    private static TreeSet<String> codesOfPage() throws IOException {
        String page = Files.readString(EXAMPLE.resolve("README.md"));
        return new TreeSet<>(CODE_IN_TABLE.matcher(page).results().map(match -> match.group(1)).toList());
    }

    private static String text() {
        try {
            return Files.readString(EXAMPLE.resolve("cmdline-fix.c"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path write(String text) throws IOException {
        String flags = ".cmdline-fix.o.cmd";
        if (!Files.exists(folder.resolve(flags))) {
            Files.copy(build(text()).source().resolveSibling(flags), folder.resolve(flags));
        }
        return Files.writeString(folder.resolve("cmdline-fix.c"), text);
    }

    private static BuiltModule build(String text) {
        return KernelModuleBuild.build("example", new TreeMap<>(Map.of("cmdline-fix", text))).named("cmdline-fix");
    }
}

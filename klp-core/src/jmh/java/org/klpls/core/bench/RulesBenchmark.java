package org.klpls.core.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.klpls.c.text.SourceText;
import org.klpls.core.check.Cancellation;
import org.klpls.core.check.CheckRequest;
import org.klpls.core.check.Checked;
import org.klpls.core.check.Checker;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.kernel.Traceability;
import org.klpls.core.model.ObjectName;
import org.klpls.core.real.Stock;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Rule;
import org.klpls.core.rules.RuleCatalog;
import org.klpls.core.rules.source.SourceContext;
import org.klpls.core.rules.table.TableContext;
import org.klpls.core.source.LivepatchSource;
import org.klpls.core.source.LivepatchSourceReader;
import org.klpls.core.source.ModuleSources;
import org.klpls.core.source.SourceReading;
import org.klpls.core.testing.kernel.BuiltModule;
import org.klpls.core.testing.kernel.KernelModuleBuild;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A livepatch with 20 functions, with its kernel and its module: what the rules take beside reading the source. Each call
 * gives a text that differs from the one before, as typing does; {@code check - read} is what all but reading takes.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class RulesBenchmark {
    private static final int FUNCTIONS = 20;

    private final TargetKernel kernel = Stock.kernel();
    private final LivepatchSourceReader reader = new LivepatchSourceReader();
    private final Checker checker = new Checker();
    private Path source;
    private Path module;
    private String text;
    private LivepatchSource read;
    private int edits;

    @Setup
    public void build() throws IOException {
        BuiltModule built = KernelModuleBuild.build("bench", new TreeMap<>(Map.of("klp_bench", text(names()))))
                .named("klp_bench");
        source = built.source();
        module = built.ko();
        text = text(names());
        read = read().source();
    }

    private List<String> names() {
        List<String> names = kernel.symbols(ObjectName.VMLINUX).filter(KernelSymbol::isText)
                .filter(s -> kernel.traceability(s) instanceof Traceability.Yes)
                .filter(s -> kernel.occurrences(ObjectName.VMLINUX, s.name()).size() == 1)
                .filter(s -> kernel.prototype(s.name()).equals(Optional.of("int (struct seq_file *, void *)")))
                .map(KernelSymbol::name).limit(FUNCTIONS).toList();
        if (names.size() < FUNCTIONS) {
            throw new IllegalStateException("the kernel has only " + names);
        }
        return names;
    }

    private static String text(List<String> names) {
        StringBuilder functions = new StringBuilder();
        StringBuilder table = new StringBuilder();
        for (String name : names) {
            functions.append("static int klpp_").append(name).append("(struct seq_file *m, void *v)\n{\n\tint i;\n\n")
                    .append("\tfor (i = 0; i < 3; i++)\n\t\tseq_printf(m, \"%d %s\\n\", i, __func__);\n")
                    .append("\treturn 0;\n}\n\n");
            table.append("\t{ .old_name = \"").append(name).append("\", .new_func = klpp_").append(name)
                    .append(" },\n");
        }
        return """
                #include <linux/kernel.h>
                #include <linux/livepatch.h>
                #include <linux/module.h>
                #include <linux/seq_file.h>

                %sstatic struct klp_func funcs[] = {
                %s	{ }
                };

                static struct klp_object objs[] = {
                	{ .funcs = funcs },
                	{ }
                };

                static struct klp_patch patch = {
                	.mod = THIS_MODULE,
                	.objs = objs,
                };

                static int start(void)
                {
                	return klp_enable_patch(&patch);
                }

                static void end(void)
                {
                }

                module_init(start);
                module_exit(end);
                MODULE_LICENSE("GPL");
                MODULE_INFO(livepatch, "Y");
                """.formatted(functions, table);
    }

    private SourceText edited() {
        edits++;
        return SourceText.of(source, text + "// " + edits + "\n");
    }

    /** From text to tables. */
    @Benchmark
    public SourceReading read() {
        return reader.read(edited(), Optional.empty());
    }

    /** The same, and everything that there is to say of source, module and kernel. */
    @Benchmark
    public Checked check() {
        return checker.check(new CheckRequest(List.of(edited()), List.of(module), Optional.of(kernel), Optional.empty(),
                List.of()), Cancellation.NEVER);
    }

    /** The rules on tables and source alone, over what was read before. */
    @Benchmark
    public List<Finding> rulesOnTheSource() {
        List<Finding> findings = new ArrayList<>();
        run(RuleCatalog.ALL.source(), new SourceContext(read, ModuleSources.ALONE, Optional.of(kernel), false),
                findings);
        read.patches().forEach(patch -> run(RuleCatalog.ALL.table(),
                new TableContext("klp_bench", patch, Optional.of(kernel)), findings));
        return findings;
    }

    private static <C> void run(List<Rule<C>> rules, C context, List<Finding> findings) {
        rules.forEach(rule -> rule.check(context, findings::add));
    }
}

package org.klpls.server.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.klpls.core.facts.KernelFunctionFacts;
import org.klpls.core.facts.KernelFunctions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code klpls kernel function}: every function of a name, and whether it can be patched. */
@Command(name = "function", mixinStandardHelpOptions = true, sortOptions = false, description = "Tells what a name is in a kernel: each occurrence with its sympos, whether it can be patched, and, where debug info is known, what to patch instead.", footer = {
        "", "Exit status: 1 where no symbol has the name.", "", "Examples:",
        "  klpls kernel function /boot/vmlinuz-6.1.0-56-amd64 cmdline_proc_show",
        "  klpls kernel function --format json 6.1.0-56-amd64 show"})
final class KernelFunctionCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--object", paramLabel = "OBJECT", description = "vmlinux, or a module's name. Default: vmlinux")
    private String object = "vmlinux";

    @Option(names = "--format", paramLabel = "FORMAT", description = "One of: ${COMPLETION-CANDIDATES}. Default: text")
    private TextOrJson format = TextOrJson.TEXT;

    @Parameters(index = "0", paramLabel = "KERNEL", description = "As for `klpls check --kernel`.")
    private String kernel = "";

    @Parameters(index = "1", paramLabel = "NAME", description = "A name as kallsyms spells it.")
    private String name = "";

    @Override
    public Integer call() throws UnreadableInput {
        if (name.isBlank()) {
            throw new UnreadableInput("the name of a function is empty");
        }
        KnownKernel known = KernelOption.readAsFarAsSound(List.of(kernel), spec.commandLine().getErr());
        KernelFunctionFacts facts = KernelFunctions.of(known.kernel(), KernelOption.object(known.kernel(), object),
                name);
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case TEXT -> KernelFunctionText.print(facts, out);
            case JSON -> out.println(Json.text(KernelFunctionJson.of(facts)));
        }
        return known.status(facts.occurrences().isEmpty() ? ExitStatus.FINDINGS : ExitStatus.CLEAN);
    }
}

package org.klpls.server.cli;

import java.nio.file.Path;
import java.util.List;
import org.klpls.server.inputs.Kernels;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** {@code --kernel}, wherever it is taken. */
final class KernelOption {
    @Option(names = "--kernel", paramLabel = "KERNEL", description = {
            "The kernel: a vmlinuz, a vmlinux, a System.map or kallsyms dump, a /lib/modules/RELEASE or kernel build folder, "
                    + "an unpacked package (ROOT or ROOT:RELEASE), a release, or an index file. Repeatable: facts of the "
                    + "same kernel add up.",
            "Default: an index file (.klpidx) beside the input, else the kernel that the source's flags are for."})
    private List<String> kernels = List.of();

    /** The named kernel, else the one that goes with these inputs. */
    Kernels.Chosen choose(List<Path> inputs, CommandSpec spec) throws UnreadableInput {
        Kernels.Chosen chosen = kernels.isEmpty()
                ? Kernels.goingWith(inputs)
                : Kernels.named(kernels);
        if (!chosen.problems().isEmpty()) {
            throw new UnreadableInput(chosen.problems().getFirst());
        }
        return chosen;
    }
}

package org.klpls.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.klpls.core.kernel.KernelIndex;
import org.klpls.core.kernel.TargetKernel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code klpls kernel index}: what is known of a kernel, as one compact file to put beside a livepatch. */
@Command(name = "index", mixinStandardHelpOptions = true, sortOptions = false, description = "Writes what is known of a kernel to one compact file. Put beside a livepatch, it is found there.", footer = {
        "", "Examples:", "  klpls kernel index /boot/vmlinuz-6.1.0-56-amd64 -o my-fix/debian-6.1.klpidx"})
final class KernelIndexCommand implements Callable<Integer> {
    @Option(names = {"-o", "--output"}, paramLabel = "FILE", required = true, description = "Ends in .klpidx, so that "
            + "it is found beside a livepatch.")
    private Path output = Path.of("");

    @Parameters(paramLabel = "KERNEL", arity = "1..*", description = "As for `klpls check --kernel`.")
    private List<String> kernels = List.of();

    @Override
    public Integer call() throws UnreadableInput {
        TargetKernel kernel = KernelOption.read(kernels);
        try {
            KernelIndex.write(kernel, output);
        } catch (IOException e) {
            throw new UnreadableInput("cannot write " + output + ": " + e.getMessage());
        }
        return ExitStatus.CLEAN;
    }
}

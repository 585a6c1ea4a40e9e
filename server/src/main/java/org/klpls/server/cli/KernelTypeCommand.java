package org.klpls.server.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.klpls.core.kernel.KernelFact;
import org.klpls.core.kernel.KernelProblem;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.model.ObjectName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code klpls kernel type}: a struct as this kernel lays it out. */
@Command(name = "type", mixinStandardHelpOptions = true, sortOptions = false, description = "Prints a struct, union, enum or typedef as C, with the place and size of each member in bytes, as this kernel has it.", footer = {
        "", "Exit status: 1 where no type has the name.", "", "Examples:",
        "  klpls kernel type 6.1.0-56-amd64 seq_file",
        "  klpls kernel type --object ext4 6.1.0-56-amd64 ext4_inode_info"})
final class KernelTypeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--object", paramLabel = "OBJECT", description = "vmlinux, or a module's name. Default: vmlinux")
    private String object = "vmlinux";

    @Parameters(index = "0", paramLabel = "KERNEL", description = "As for `klpls check --kernel`.")
    private String kernel = "";

    @Parameters(index = "1", paramLabel = "NAME", description = "With or without `struct`, `union` or `enum` before it.")
    private String name = "";

    @Override
    public Integer call() throws UnreadableInput {
        KnownKernel reading = KernelOption.readAsFarAsSound(List.of(kernel), spec.commandLine().getErr());
        TargetKernel known = reading.kernel();
        ObjectName asked = KernelOption.object(known, object);
        String bare = name.strip().replaceFirst("^(struct|union|enum)\\s+", "");
        Optional<String> definition = known.typeDefinition(asked, bare);
        if (definition.isPresent()) {
            spec.commandLine().getOut().print(definition.get());
            spec.commandLine().getOut().flush();
            return reading.status(ExitStatus.CLEAN);
        }
        Optional<KernelProblem> missing = known.missing(asked, KernelFact.TYPES);
        boolean isKnown = asked.equals(ObjectName.VMLINUX)
                ? known.facts().contains(KernelFact.TYPES)
                : missing.isEmpty();
        if (!isKnown) {
            throw new UnreadableInput(missing.map(m -> m.message() + "; " + m.remedy())
                    .orElse("the types of this kernel are not known; give its vmlinuz"));
        }
        spec.commandLine().getErr().println("klpls: no type of " + asked.text() + " has the name " + bare);
        return reading.status(ExitStatus.FINDINGS);
    }
}

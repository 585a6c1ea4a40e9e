package org.klpls.server.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.klpls.core.kernel.KernelModule;
import org.klpls.core.kernel.KernelReading;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.kernel.input.DebugInfoSearch;
import org.klpls.core.model.ObjectName;
import org.klpls.server.inputs.Kernels;
import picocli.CommandLine.Option;

/** {@code --kernel}, wherever it is taken. */
final class KernelOption {
    @Option(names = "--kernel", paramLabel = "KERNEL", description = {
            "The kernel: a vmlinuz, a vmlinux, a System.map or kallsyms dump, a /lib/modules/RELEASE or kernel build folder, "
                    + "an unpacked package (ROOT or ROOT:RELEASE), a release, or an index file. Repeatable: facts of the "
                    + "same kernel add up.",
            "Default: an index file (.klpidx) beside the input, else the kernel that the source's flags are for."})
    private List<String> kernels = List.of();

    boolean isNamed() {
        return !kernels.isEmpty();
    }

    /** The named kernel, else the one that goes with these inputs. */
    Kernels.Chosen choose(List<Path> sources, List<Path> modules) throws UnreadableInput {
        return choose(kernels, sources, modules);
    }

    /** The same for a command with words of its own about {@code --kernel}. */
    static Kernels.Chosen choose(List<String> kernels, List<Path> sources, List<Path> modules)
            throws UnreadableInput {
        if (!kernels.isEmpty()) {
            return new Kernels.Chosen(Optional.of(read(kernels)), List.of());
        }
        List<String> found = Kernels.goingWith(sources, modules);
        return found.isEmpty() ? Kernels.Chosen.NONE : Kernels.Chosen.of(reading(found));
    }

    /** The kernel that these inputs tell of together. */
    static TargetKernel read(List<String> inputs) throws UnreadableInput {
        KernelReading reading = reading(inputs);
        if (!reading.problems().isEmpty() || reading.kernel().isEmpty()) {
            throw unreadable(reading);
        }
        return reading.kernel().get();
    }

    /** The same for a command that judges nothing: with what is sound of inputs that are damaged. */
    static KnownKernel readAsFarAsSound(List<String> inputs, PrintWriter err) throws UnreadableInput {
        KernelReading reading = reading(inputs);
        if (reading.kernel().isEmpty()) {
            throw unreadable(reading);
        }
        KnownKernel known = new KnownKernel(reading.kernel().get(), reading.problems());
        known.tell(err);
        return known;
    }

    private static UnreadableInput unreadable(KernelReading reading) {
        return new UnreadableInput(reading.problems().isEmpty()
                ? "no kernel is named"
                : reading.problems().getFirst().message() + "; " + reading.problems().getFirst().remedy());
    }

    /** The object of that name, where this kernel knows it. */
    static ObjectName object(TargetKernel kernel, String name) throws UnreadableInput {
        ObjectName object = ObjectName.ofElfName(name.equals("vmlinux") ? name : KernelModule.spelled(name));
        if (kernel.knows(object)) {
            return object;
        }
        if (object.equals(ObjectName.VMLINUX)) {
            throw new UnreadableInput("the symbols of vmlinux are not among what was given; give its vmlinuz as well");
        }
        throw unknownModule(kernel, name);
    }

    /** What to say of a module that is not among those of this kernel. */
    static UnreadableInput unknownModule(TargetKernel kernel, String name) {
        if (kernel.modules().builtIn().contains(KernelModule.spelled(name))) {
            return new UnreadableInput("'" + name + "' is built into this kernel: its functions are those of vmlinux");
        }
        return new UnreadableInput(kernel.modules().byName().isEmpty()
                ? "the symbols of '" + name + "' are not among what is known of this kernel; give its"
                        + " /lib/modules/RELEASE as well"
                : "this kernel has no module '" + name + "'");
    }

    private static KernelReading reading(List<String> inputs) {
        try (Progress progress = Progress.of("klpls: reading " + String.join(", ", inputs))) {
            return Kernels.named(inputs, DebugInfoSearch.ofEnvironment((server, bytes, total) -> progress.tell(
                    "debug info from " + server.getHost() + ": " + (bytes >> 20)
                            + (total > 0 ? " of " + (total >> 20) : "") + " MiB")));
        }
    }
}

package org.klpls.core.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.klpls.core.kernel.index.IndexedKernel;
import org.klpls.core.kernel.index.KernelFacts;
import org.klpls.core.kernel.input.KernelInputs;
import org.klpls.core.kernel.input.MergedFacts;
import org.klpls.core.kernel.input.Told;

/** Reads a kernel from whatever forms of it the user has. Never throws on what is given. */
public final class KernelReader {
    private KernelReader() {}

    /**
     * The kernel that these inputs tell of. Facts of the same kernel add up, earlier inputs go first; an input of
     * another kernel is refused.
     *
     * @param inputs each a vmlinuz, vmlinux, System.map, kallsyms dump, folder of modules, build folder, root
     *        ({@code ROOT} or {@code ROOT:RELEASE}), release, or index
     */
    public static KernelReading read(List<String> inputs) {
        List<KernelProblem> problems = new ArrayList<>();
        List<KernelFacts> facts = new ArrayList<>();
        for (String input : inputs) {
            Told told = KernelInputs.read(input);
            problems.addAll(told.problems());
            told.facts().ifPresent(facts::add);
        }
        Told merged = MergedFacts.of(facts);
        problems.addAll(merged.problems());
        Optional<TargetKernel> kernel = merged.facts().map(IndexedKernel::of);
        return new KernelReading(kernel, problems);
    }
}

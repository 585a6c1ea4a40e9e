package org.klpls.core.loader;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.klpls.core.kernel.Export;
import org.klpls.core.kernel.KernelFact;
import org.klpls.core.kernel.KernelIdentity;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.kernel.StructLayout;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.kernel.TextRange;
import org.klpls.core.kernel.Traceability;
import org.klpls.core.model.ObjectName;

/** A kernel of which nothing is known: what is wrong with a module on any kernel can be judged with it. */
record UnknownKernel() implements TargetKernel {
    @Override
    public KernelIdentity identity() {
        return new KernelIdentity(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "no kernel");
    }

    @Override
    public Set<KernelFact> facts() {
        return Set.of();
    }

    @Override
    public boolean knows(ObjectName object) {
        return false;
    }

    @Override
    public List<KernelSymbol> occurrences(ObjectName object, String symname) {
        return List.of();
    }

    @Override
    public Stream<KernelSymbol> symbols(ObjectName object) {
        return Stream.empty();
    }

    @Override
    public List<String> similarNames(ObjectName object, String symname, int limit) {
        return List.of();
    }

    @Override
    public Optional<KernelSymbol> neighbourBefore(KernelSymbol symbol) {
        return Optional.empty();
    }

    @Override
    public Traceability traceability(KernelSymbol symbol) {
        return new Traceability.Unknown();
    }

    @Override
    public TextRange range(KernelSymbol symbol) {
        return TextRange.UNKNOWN;
    }

    @Override
    public Optional<Export> export(String name) {
        return Optional.empty();
    }

    @Override
    public Optional<StructLayout> layout(String structName) {
        return Optional.empty();
    }

    @Override
    public Optional<String> prototype(String function) {
        return Optional.empty();
    }
}

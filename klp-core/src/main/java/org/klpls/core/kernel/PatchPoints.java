package org.klpls.core.kernel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a livepatch must replace so that a change of one function of the source takes effect wherever the compiler put it.
 *
 * @param own symbols of the function's own code that can be patched
 * @param callers functions to patch instead, or as well: those that hold copies of it, and those that call code of it that
 *        cannot be patched. Where such a caller cannot be patched either, its callers stand for it
 * @param gone init functions that hold copies or call it: they ran at boot, and nothing is to be done
 * @param beyondReach functions that hold copies or call it, cannot be patched, and have no callers that could be
 */
public record PatchPoints(List<KernelSymbol> own, List<CodeOf> callers, List<CodeOf> gone, List<CodeOf> beyondReach) {
    /**
     * It is on the stack of every task that sleeps, and a task is only switched to a patch while no function concerned is on its
     * stack: so its callers cannot be patched in its stead. Source: kernel/sched/core.c __schedule(),
     * kernel/livepatch/transition.c klp_check_stack(), v6.1.
     */
    public static final String SCHEDULE = "__schedule";

    public PatchPoints {
        own = List.copyOf(own);
        callers = List.copyOf(callers);
        gone = List.copyOf(gone);
        beyondReach = List.copyOf(beyondReach);
    }

    /** Whether the function is patched everywhere by patching its own symbols. */
    public boolean ownSuffices() {
        return !own.isEmpty() && callers.isEmpty() && beyondReach.isEmpty();
    }

    /** Those of a function of this kernel. */
    public static PatchPoints of(TargetKernel kernel, Inlines inlines, SourceFunction function) {
        return new Search(kernel, inlines).from(function);
    }

    private static final class Search {
        private final TargetKernel kernel;
        private final Inlines inlines;
        private final List<KernelSymbol> own = new ArrayList<>();
        private final List<CodeOf> callers = new ArrayList<>();
        private final List<CodeOf> gone = new ArrayList<>();
        private final List<CodeOf> beyondReach = new ArrayList<>();
        private final Set<Object> seen = new HashSet<>();
        private final Deque<CodeOf> unpatchable = new ArrayDeque<>();

        Search(TargetKernel kernel, Inlines inlines) {
            this.kernel = kernel;
            this.inlines = inlines;
        }

        PatchPoints from(SourceFunction function) {
            boolean callsRemain = false;
            for (KernelSymbol symbol : inlines.symbols(function)) {
                switch (kernel.traceability(symbol)) {
                    case Traceability.Yes _,Traceability.Unknown _ -> own.add(symbol);
                    case Traceability.No _ when symbol.name().equals(SCHEDULE) ->
                        add(new CodeOf(function, Optional.of(symbol), 1));
                    case Traceability.No _ -> callsRemain |= !symbol.name().contains(".cold");
                    case Traceability.Freed _ -> {
                    }
                }
            }
            inlines.inlinedInto(function).forEach(this::add);
            if (callsRemain) {
                inlines.calledFrom(function).forEach(this::add);
            }
            while (!unpatchable.isEmpty()) {
                CodeOf code = unpatchable.poll();
                List<CodeOf> around = code.function().name().equals(SCHEDULE)
                        ? List.of()
                        : inlines.calledFrom(code.function());
                if (around.isEmpty()) {
                    beyondReach.add(code);
                } else {
                    around.forEach(this::add);
                }
            }
            return new PatchPoints(own, callers, gone, beyondReach);
        }

        /** Code with no symbol cannot be named by a livepatch: it counts as what cannot be patched. */
        private void add(CodeOf code) {
            if (!seen.add(code.symbol().<Object>map(s -> s).orElse(code.function()))) {
                return;
            }
            Traceability traceability = code.symbol()
                    .map(kernel::traceability)
                    .orElse(new Traceability.No(Traceability.Reason.NOT_TEXT));
            switch (traceability) {
                case Traceability.Yes _,Traceability.Unknown _ -> callers.add(code);
                case Traceability.Freed _ -> gone.add(code);
                case Traceability.No _ -> unpatchable.add(code);
            }
        }
    }
}

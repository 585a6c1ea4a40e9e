package org.klpls.core.loader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.model.ElfPlace;

/**
 * Memory for the module's per-cpu variables: all modules share a few kilobytes.
 * Source: kernel/module/main.c percpu_modalloc(), mm/percpu.c pcpu_alloc(), v6.1.
 */
final class PercpuModalloc {
    static final String SECTION = ".data..percpu";
    /** PERCPU_MODULE_RESERVE. Source: include/linux/percpu.h, v6.1. */
    private static final long RESERVE = 8 << 10;
    /** PCPU_MIN_UNIT_SIZE. Source: the same. */
    private static final long LARGEST = 32 << 10;
    /** PCPU_MIN_ALLOC_SIZE. Source: the same. */
    private static final long SMALLEST = 4;

    private PercpuModalloc() {}

    static void run(Loading loading) {
        Optional<SectionHeader> section = loading.loadedSection(SECTION).filter(s -> s.size() != 0);
        if (section.isEmpty()) {
            return;
        }
        ElfPlace place = ElfPlace.of(loading.module().path(), SECTION, 0);
        long align = section.get().addralign();
        if (Long.compareUnsigned(align, ModuleLayout.PAGE) > 0) {
            loading.happens(new ElfEvent.PercpuAlignment(place, loading.name(), align));
            align = ModuleLayout.PAGE;
        }
        long size = section.get().size();
        Optional<String> why = refusal(size, Math.max(align, SMALLEST), loading.running().percpuSize());
        if (why.isPresent()) {
            List<String> messages = new ArrayList<>(List.of(why.get()));
            messages.add(loading.name() + ": Could not allocate " + Long.toUnsignedString(size)
                    + " bytes percpu data");
            loading.happens(new ElfEvent.PercpuTooLarge(place, size, messages));
        }
    }

    /** Empty where there is room; {@code used} by modules before. */
    private static Optional<String> refusal(long bytes, long align, long used) {
        long size = bytes + SMALLEST - 1 & -SMALLEST;
        if (Long.compareUnsigned(size, LARGEST) > 0 || size == 0 || Long.bitCount(align) != 1) {
            return Optional.of("illegal size (" + Long.toUnsignedString(size) + ") or align (" + align
                    + ") for percpu allocation");
        }
        long start = used + align - 1 & -align;
        return start + size > RESERVE
                ? Optional.of("percpu: allocation failed, size=" + size + " align=" + align
                        + " atomic=0, alloc from reserved chunk failed")
                : Optional.empty();
    }
}

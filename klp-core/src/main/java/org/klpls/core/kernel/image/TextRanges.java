package org.klpls.core.kernel.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.klpls.core.kernel.TextRange;

/**
 * The parts of the kernel's text, as its linker script marks them with boundary symbols.
 * Source: include/asm-generic/vmlinux.lds.h and arch/x86/kernel/vmlinux.lds.S, v6.1.
 */
public final class TextRanges {
    /** One part: {@code [start, end)}. */
    public record Part(TextRange range, long start, long end) {
        boolean holds(long address) {
            return Long.compareUnsigned(start, address) <= 0 && Long.compareUnsigned(address, end) < 0;
        }
    }

    private record Boundary(TextRange range, String start, String end) {}

    /** The narrower ones first. */
    private static final List<Boundary> BOUNDARIES = List.of(
            new Boundary(TextRange.INIT, "_sinittext", "_einittext"),
            new Boundary(TextRange.NOINSTR, "__noinstr_text_start", "__noinstr_text_end"),
            new Boundary(TextRange.SCHED, "__sched_text_start", "__sched_text_end"),
            new Boundary(TextRange.LOCK, "__lock_text_start", "__lock_text_end"),
            new Boundary(TextRange.CPUIDLE, "__cpuidle_text_start", "__cpuidle_text_end"),
            new Boundary(TextRange.KPROBES, "__kprobes_text_start", "__kprobes_text_end"),
            new Boundary(TextRange.IRQENTRY, "__irqentry_text_start", "__irqentry_text_end"),
            new Boundary(TextRange.SOFTIRQENTRY, "__softirqentry_text_start", "__softirqentry_text_end"),
            new Boundary(TextRange.ENTRY, "__entry_text_start", "__entry_text_end"),
            new Boundary(TextRange.TEXT, "_stext", "_etext"));

    private final List<Part> parts;

    private TextRanges(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** The parts whose boundary symbols are there, and {@code .exit.text}, which has none, where sections tell. */
    public static TextRanges of(Map<String, Long> boundaries, List<KernelMemory.Region> regions) {
        List<Part> parts = new ArrayList<>();
        for (Boundary boundary : BOUNDARIES) {
            Long start = boundaries.get(boundary.start());
            Long end = boundaries.get(boundary.end());
            if (start != null && end != null) {
                parts.add(new Part(boundary.range(), start, end));
            }
        }
        regions.stream()
                .filter(r -> r.name().equals(".exit.text"))
                .map(r -> new Part(TextRange.EXIT, r.address(), r.end()))
                .forEach(parts::addFirst);
        return new TextRanges(parts);
    }

    /** Whether an address lies in any part. */
    boolean isText(long address) {
        return parts.stream().anyMatch(part -> part.holds(address));
    }

    /** The part that an address lies in; UNKNOWN where no boundary is known. */
    public TextRange at(long address, boolean isText) {
        if (parts.isEmpty()) {
            return TextRange.UNKNOWN;
        }
        for (Part part : parts) {
            if (part.holds(address)) {
                return part.range();
            }
        }
        return isText ? TextRange.UNKNOWN : TextRange.DATA;
    }
}

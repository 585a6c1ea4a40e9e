package org.klpls.core.kernel.image;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.elf.ElfImage;

/** The bytes of a vmlinux by the addresses that it is linked to. */
public final class KernelMemory {
    /** A section that is in memory and has bytes in the file. */
    public record Region(String name, long address, ElfBytes bytes) {
        /** One past the last address. */
        public long end() {
            return address + bytes.size();
        }

        boolean holdsConstants() {
            return name.equals(".rodata") || name.isEmpty();
        }
    }

    private final List<Region> regions;

    private KernelMemory(List<Region> regions) {
        this.regions = List.copyOf(regions);
    }

    /** Of regions that are known by other means; ascending. */
    static KernelMemory of(List<Region> regions) {
        return new KernelMemory(regions);
    }

    /** Without the per-cpu section, whose addresses are offsets. */
    public static KernelMemory of(ElfImage vmlinux) {
        return new KernelMemory(vmlinux.sections().stream()
                .filter(s -> s.isAlloc() && s.addr() < 0)
                .map(s -> new Region(s.name(), s.addr(), vmlinux.content(s)))
                .filter(r -> r.bytes().size() > 0)
                .sorted(Comparator.comparingLong(Region::address))
                .toList());
    }

    public List<Region> regions() {
        return regions;
    }

    public Optional<Region> region(String name) {
        return regions.stream().filter(r -> r.name().equals(name)).findFirst();
    }

    /** Where the kernel's constants are: {@code .rodata}, or what has no name, because the file has no table of sections. */
    Stream<Region> holdingConstants() {
        return regions.stream().filter(Region::holdsConstants);
    }

    /** The bytes in {@code [start, end)}; empty where the image does not hold all of them. */
    public Optional<ElfBytes> between(long start, long end) {
        if (Long.compareUnsigned(start, end) > 0) {
            return Optional.empty();
        }
        // Asked some hundred thousand times of one kernel.
        for (Region region : regions) {
            if (region.bytes().holds(start - region.address(), end - start)) {
                return Optional.of(region.bytes().slice(start - region.address(), end - start));
            }
        }
        return Optional.empty();
    }

    /** The NUL-terminated string at an address. */
    public Optional<String> string(long address) {
        for (Region region : regions) {
            if (region.bytes().holds(address - region.address(), 1)) {
                return region.bytes().cString(address - region.address());
            }
        }
        return Optional.empty();
    }
}

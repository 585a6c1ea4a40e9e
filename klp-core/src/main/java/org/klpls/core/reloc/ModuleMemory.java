package org.klpls.core.reloc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.klpls.core.elf.ElfBytes;

/**
 * Memory given to a module: zeroed regions of whole pages at kernel addresses. Pages that hold only zeros take no room
 * here. Mutable; one thread only.
 */
public final class ModuleMemory {
    public static final int PAGE_SIZE = 4096;

    private final List<Region> regions = new ArrayList<>();

    private record Region(long base, byte[][] pages) {
        boolean holds(long address, long length) {
            long offset = address - base;
            return offset >= 0 && offset <= size() - length;
        }

        long size() {
            return (long) pages.length * PAGE_SIZE;
        }
    }

    /** Adds a region of zeros; {@code size} is rounded up to whole pages. */
    public void allocate(long base, long size) {
        regions.add(new Region(base, new byte[Math.toIntExact((size + PAGE_SIZE - 1) / PAGE_SIZE)][]));
    }

    /** Whether these bytes lie in one region. */
    public boolean holds(long address, long length) {
        return region(address, length).isPresent();
    }

    /** Copies bytes to an address; the part outside the region is left out. */
    public void copy(long address, ElfBytes bytes) {
        region(address, 1).ifPresent(region -> {
            long room = region.base() + region.size() - address;
            long length = Math.min(bytes.size(), room);
            for (long at = 0; at < length; at++) {
                put(region, address + at, bytes.u8(at));
            }
        });
    }

    /** A little-endian number of {@code width} bytes at an address that {@link #holds} it. */
    public long read(long address, int width) {
        Region region = region(address, width).orElseThrow();
        long value = 0;
        for (int i = width - 1; i >= 0; i--) {
            long offset = address + i - region.base();
            byte[] page = region.pages()[(int) (offset / PAGE_SIZE)];
            value = value << 8 | (page == null ? 0 : page[(int) (offset % PAGE_SIZE)] & 0xff);
        }
        return value;
    }

    /** Writes the low {@code width} bytes of a number at an address that {@link #holds} them. */
    public void write(long address, long value, int width) {
        Region region = region(address, width).orElseThrow();
        for (int i = 0; i < width; i++) {
            put(region, address + i, (int) (value >>> (8 * i)) & 0xff);
        }
    }

    private static void put(Region region, long address, int value) {
        long offset = address - region.base();
        int number = (int) (offset / PAGE_SIZE);
        byte[] page = region.pages()[number];
        if (page == null) {
            if (value == 0) {
                return;
            }
            page = new byte[PAGE_SIZE];
            region.pages()[number] = page;
        }
        page[(int) (offset % PAGE_SIZE)] = (byte) value;
    }

    private Optional<Region> region(long address, long length) {
        for (Region region : regions) {
            if (region.holds(address, length)) {
                return Optional.of(region);
            }
        }
        return Optional.empty();
    }
}

package org.klpls.core.reloc;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.klpls.core.elf.ElfBytes;

/**
 * Memory given to a module: zeroed regions of whole pages at kernel addresses. Pages that hold only zeros take no room
 * here. Mutable; one thread only.
 */
public final class ModuleMemory {
    public static final int PAGE_SIZE = 4096;

    private static final VarHandle U64 = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle U32 = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final byte[] ZEROS = new byte[PAGE_SIZE];

    private final List<Region> regions = new ArrayList<>();
    private @Nullable Region latest;

    private record Region(long base, byte[][] pages) {
        boolean holds(long address, long length) {
            long offset = address - base;
            return offset >= 0 && offset <= size() - length;
        }

        long size() {
            return (long) pages.length * PAGE_SIZE;
        }

        /** The page of an offset, to be read only. */
        byte[] page(long offset) {
            byte[] page = pages[(int) (offset / PAGE_SIZE)];
            return page.length == 0 ? ZEROS : page;
        }

        /** The page of an offset, to be written. */
        byte[] pageToWrite(long offset) {
            int number = (int) (offset / PAGE_SIZE);
            if (pages[number].length == 0) {
                pages[number] = new byte[PAGE_SIZE];
            }
            return pages[number];
        }
    }

    /** Adds a region of zeros; {@code size} is rounded up to whole pages. */
    public void allocate(long base, long size) {
        byte[][] pages = new byte[Math.toIntExact((size + PAGE_SIZE - 1) / PAGE_SIZE)][];
        Arrays.fill(pages, new byte[0]);
        regions.add(new Region(base, pages));
    }

    /** Whether these bytes lie in one region. */
    public boolean holds(long address, long length) {
        return find(address, length) != null;
    }

    /** Copies bytes to an address; the part outside the region is left out. */
    public void copy(long address, ElfBytes bytes) {
        region(address, 1).ifPresent(region -> {
            long start = address - region.base();
            long length = Math.min(bytes.size(), region.size() - start);
            long done = 0;
            while (done < length) {
                int at = (int) ((start + done) % PAGE_SIZE);
                long part = Math.min(PAGE_SIZE - at, length - done);
                if (!bytes.isZero(done, part)) {
                    bytes.slice(done, part).copyTo(region.pageToWrite(start + done), at);
                }
                done += part;
            }
        });
    }

    /** A little-endian number of {@code width} bytes at an address that {@link #holds} it. */
    public long read(long address, int width) {
        Region region = region(address, width).orElseThrow();
        long offset = address - region.base();
        int at = (int) (offset % PAGE_SIZE);
        if (at <= PAGE_SIZE - width && width == Long.BYTES) {
            return (long) U64.get(region.page(offset), at);
        }
        if (at <= PAGE_SIZE - width && width == Integer.BYTES) {
            return (int) U32.get(region.page(offset), at) & 0xffff_ffffL;
        }
        long value = 0;
        for (int i = width - 1; i >= 0; i--) {
            value = value << Byte.SIZE | region.page(offset + i)[(int) ((offset + i) % PAGE_SIZE)] & 0xff;
        }
        return value;
    }

    /** The bytes up to a NUL, one character each; empty where memory ends before. */
    public Optional<String> cString(long address) {
        StringBuilder text = new StringBuilder();
        for (long at = address; holds(at, 1); at++) {
            int c = (int) read(at, 1);
            if (c == 0) {
                return Optional.of(text.toString());
            }
            text.append((char) c);
        }
        return Optional.empty();
    }

    /** Writes the low {@code width} bytes of a number at an address that {@link #holds} them. */
    public void write(long address, long value, int width) {
        Region region = region(address, width).orElseThrow();
        long offset = address - region.base();
        int at = (int) (offset % PAGE_SIZE);
        if (at <= PAGE_SIZE - width && width == Long.BYTES) {
            U64.set(region.pageToWrite(offset), at, value);
        } else if (at <= PAGE_SIZE - width && width == Integer.BYTES) {
            U32.set(region.pageToWrite(offset), at, (int) value);
        } else {
            for (int i = 0; i < width; i++) {
                region.pageToWrite(offset + i)[(int) ((offset + i) % PAGE_SIZE)] = (byte) (value >>> Byte.SIZE * i);
            }
        }
    }

    /** The bytes at an address that {@link #holds} them. */
    public byte[] bytes(long address, long length) {
        Region region = region(address, length).orElseThrow();
        byte[] bytes = new byte[Math.toIntExact(length)];
        int done = 0;
        while (done < bytes.length) {
            long offset = address - region.base() + done;
            int at = (int) (offset % PAGE_SIZE);
            int part = Math.min(PAGE_SIZE - at, bytes.length - done);
            System.arraycopy(region.page(offset), at, bytes, done, part);
            done += part;
        }
        return bytes;
    }

    /** The same content, to be changed without changing this. */
    public ModuleMemory copy() {
        ModuleMemory copy = new ModuleMemory();
        for (Region region : regions) {
            byte[][] pages = new byte[region.pages().length][];
            for (int i = 0; i < pages.length; i++) {
                pages[i] = region.pages()[i].clone();
            }
            copy.regions.add(new Region(region.base(), pages));
        }
        return copy;
    }

    private Optional<Region> region(long address, long length) {
        return Optional.ofNullable(find(address, length));
    }

    /** Most accesses are near the one before. */
    private @Nullable Region find(long address, long length) {
        if (latest != null && latest.holds(address, length)) {
            return latest;
        }
        for (Region region : regions) {
            if (region.holds(address, length)) {
                latest = region;
                return region;
            }
        }
        return null;
    }
}

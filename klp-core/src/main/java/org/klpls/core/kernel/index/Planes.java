package org.klpls.core.kernel.index;

import org.klpls.core.elf.ElfBytes;

/** Columns of numbers in forms that compress well, and back. Each keeps the length; a trailing part is dropped. */
final class Planes {
    private Planes() {}

    /** First the lowest byte of each number, then the next of each ... */
    static ElfBytes split(ElfBytes numbers, int width) {
        int count = (int) (numbers.size() / width);
        byte[] planes = new byte[count * width];
        for (int i = 0; i < count; i++) {
            for (int plane = 0; plane < width; plane++) {
                planes[plane * count + i] = (byte) numbers.u8((long) i * width + plane);
            }
        }
        return ElfBytes.of(planes);
    }

    /** The inverse of {@link #split}. */
    static ElfBytes joined(ElfBytes planes, int width) {
        int count = (int) (planes.size() / width);
        byte[] numbers = new byte[count * width];
        for (int i = 0; i < count; i++) {
            for (int plane = 0; plane < width; plane++) {
                numbers[i * width + plane] = (byte) planes.u8((long) plane * count + i);
            }
        }
        return ElfBytes.of(numbers);
    }

    /** Each number less the one before it. */
    static ElfBytes distances(ElfBytes numbers, int width) {
        int count = (int) (numbers.size() / width);
        Column out = Column.ofBytes(count * width);
        long before = 0;
        for (int i = 0; i < count; i++) {
            long number = number(numbers, i, width);
            put(out, i, width, number - before);
            before = number;
        }
        return out.content();
    }

    /** The inverse of {@link #distances}. */
    static ElfBytes sums(ElfBytes distances, int width) {
        int count = (int) (distances.size() / width);
        Column out = Column.ofBytes(count * width);
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += number(distances, i, width);
            put(out, i, width, sum);
        }
        return out.content();
    }

    private static long number(ElfBytes numbers, int i, int width) {
        return width == Long.BYTES ? numbers.u64((long) i * width) : numbers.s32((long) i * width);
    }

    private static void put(Column out, int i, int width, long number) {
        if (width == Long.BYTES) {
            out.putLong(i, number);
        } else {
            out.putInt(i, (int) number);
        }
    }
}

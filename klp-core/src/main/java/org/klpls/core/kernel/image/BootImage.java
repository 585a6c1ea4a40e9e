package org.klpls.core.kernel.image;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.klpls.core.elf.ElfBytes;

/**
 * A bzImage, also one with an EFI stub or a signature: both leave the setup header where it is. Also what is around one.
 * Source: Documentation/x86/boot.rst, v6.1.
 */
public final class BootImage {
    private static final int BOOT_FLAG = 0x1fe;
    private static final int HEADER_MAGIC = 0x202;
    private static final int SETUP_SECTORS = 0x1f1;
    private static final int PROTOCOL = 0x206;
    private static final int PAYLOAD_OFFSET = 0x248;
    private static final int PAYLOAD_LENGTH = 0x24c;
    private static final int HEADER_END = 0x250;
    private static final int KERNEL_VERSION = 0x20e;
    private static final int KERNEL_VERSION_BASE = 0x200;
    /** As in include/generated/utsrelease.h; __NEW_UTS_LEN is 64. */
    private static final Pattern RELEASE = Pattern.compile("\\d+\\.\\d[\\x21-\\x7e]{0,62}");
    /** Protocol 2.08 brought payload_offset and payload_length. */
    private static final int PROTOCOL_WITH_PAYLOAD = 0x208;
    private static final int HDRS = 0x53726448;
    private static final int ELF_MAGIC = 0x464c457f;
    private static final int ARM64_MAGIC = 0x38;
    private static final int ARMD = 0x644d5241;
    /** Where a unified kernel image has its bzImage. Source: UAPI Group, Unified Kernel Image specification. */
    private static final String UKI_KERNEL = ".linux";

    private BootImage() {}

    /** Whether these are the first bytes of something that {@link #payload} reads. */
    public static boolean recognises(byte[] head) {
        ElfBytes bytes = ElfBytes.of(head);
        return isSetup(bytes) || isArm64(bytes) || Compression.at(head, 0).isPresent()
                || PeSection.find(bytes, UKI_KERNEL).isPresent();
    }

    private static boolean isSetup(ElfBytes bytes) {
        return bytes.holds(HEADER_MAGIC, 4) && bytes.u16(BOOT_FLAG) == 0xaa55 && bytes.s32(HEADER_MAGIC) == HDRS;
    }

    /** Source: Documentation/arm64/booting.rst, v6.1. */
    private static boolean isArm64(ElfBytes bytes) {
        return bytes.holds(ARM64_MAGIC, 4) && bytes.s32(ARM64_MAGIC) == ARMD;
    }

    /** The release that a bzImage's setup code tells: the first word of kernel_version, there since protocol 2.00. */
    public static Optional<String> release(byte[] image) {
        ElfBytes header = ElfBytes.of(image);
        if (!isSetup(header) || !header.holds(KERNEL_VERSION, 2) || header.u16(KERNEL_VERSION) == 0) {
            return Optional.empty();
        }
        return header.cString(KERNEL_VERSION_BASE + header.u16(KERNEL_VERSION))
                .map(version -> version.split(" ", 2)[0])
                .filter(release -> RELEASE.matcher(release).matches());
    }

    /** The vmlinux within a bzImage, a unified kernel image, or a file that is nothing but a compressed vmlinux. */
    public static Inflated payload(byte[] file) {
        return switch (unwrapped(file)) {
            case Inflated.Failure failure -> failure;
            case Inflated.Bytes(byte[] image) -> {
                ElfBytes bytes = ElfBytes.of(image);
                if (isArm64(bytes)) {
                    yield new Inflated.Failure("is a kernel for arm64; klpls knows x86-64 only",
                            "give a vmlinuz or vmlinux for x86-64, as in /boot");
                }
                yield isSetup(bytes) ? ofBzImage(image) : new Inflated.Bytes(image);
            }
        };
    }

    /** Out of a unified kernel image, out of a compression that is around all of the file. */
    private static Inflated unwrapped(byte[] file) {
        Optional<PeSection> kernel = PeSection.find(ElfBytes.of(file), UKI_KERNEL);
        if (kernel.isPresent()) {
            PeSection section = kernel.get();
            return section.isInside(file.length)
                    ? new Inflated.Bytes(
                            Arrays.copyOfRange(file, (int) section.offset(), (int) (section.offset() + section.size())))
                    : new Inflated.Failure("is cut: its section " + UKI_KERNEL + " should end at byte "
                            + (section.offset() + section.size()) + ", the file has " + file.length, "copy it again");
        }
        return Compression.at(file, 0)
                .map(c -> Inflater.inflate(c, file, 0, file.length, OptionalLong.empty(), Inflater.LARGEST_KERNEL))
                .orElseGet(() -> new Inflated.Bytes(file));
    }

    private static Inflated ofBzImage(byte[] image) {
        ElfBytes header = ElfBytes.of(image);
        if (!header.holds(0, HEADER_END) || header.u16(PROTOCOL) < PROTOCOL_WITH_PAYLOAD) {
            return new Inflated.Failure("is cut, or a boot image from before Linux 2.6.24", "copy it again");
        }
        int sectors = header.u8(SETUP_SECTORS);
        long start = ((sectors == 0 ? 4 : sectors) + 1) * 512L + header.u32(PAYLOAD_OFFSET);
        long length = header.u32(PAYLOAD_LENGTH);
        if (!header.holds(start, length)) {
            return new Inflated.Failure("is cut: its header promises a kernel up to byte " + (start + length)
                    + ", the file has " + image.length, "copy it again");
        }
        Optional<Compression> compression = Compression.at(image, (int) start);
        if (compression.isPresent()) {
            return compressed(compression.get(), image, (int) start, (int) length);
        }
        if (length >= 4 && header.s32(start) == ELF_MAGIC) {
            return new Inflated.Bytes(Arrays.copyOfRange(image, (int) start, (int) (start + length)));
        }
        return new Inflated.Failure("holds a kernel in a compression that klpls does not know",
                "extract it with the kernel's scripts/extract-vmlinux and give the vmlinux");
    }

    /** All but gzip have the size of their content appended. Source: scripts/Makefile.lib size_append, v6.1. */
    private static Inflated compressed(Compression compression, byte[] image, int start, int length) {
        if (compression == Compression.GZIP || length < Integer.BYTES) {
            return Inflater.inflate(compression, image, start, length, OptionalLong.empty(), Inflater.LARGEST_KERNEL);
        }
        int stream = length - Integer.BYTES;
        long size = ElfBytes.of(image).u32((long) start + stream);
        return Inflater.inflate(compression, image, start, stream, OptionalLong.of(size), Inflater.LARGEST_KERNEL);
    }
}

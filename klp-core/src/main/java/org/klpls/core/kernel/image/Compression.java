package org.klpls.core.kernel.image;

import java.util.Optional;

/** How a kernel or a module is compressed, told by its first bytes. Source: scripts/extract-vmlinux, v6.1. */
public enum Compression {
    GZIP(0x1f, 0x8b, 0x08), XZ(0xfd, '7', 'z', 'X', 'Z', 0), ZSTD(0x28, 0xb5, 0x2f, 0xfd), LZ4_LEGACY(0x02, 0x21, 0x4c,
            0x18),
    BZIP2('B', 'Z', 'h'), LZMA(0x5d, 0, 0, 0), LZO(0x89, 'L', 'Z', 'O', 0);

    private final byte[] magic;

    Compression(int... magic) {
        this.magic = new byte[magic.length];
        for (int i = 0; i < magic.length; i++) {
            this.magic[i] = (byte) magic[i];
        }
    }

    /** The compression whose magic stands at {@code offset}; empty where none does. */
    public static Optional<Compression> at(byte[] bytes, int offset) {
        for (Compression compression : values()) {
            if (compression.matches(bytes, offset)) {
                return Optional.of(compression);
            }
        }
        return Optional.empty();
    }

    private boolean matches(byte[] bytes, int offset) {
        if (offset < 0 || bytes.length - offset < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if (bytes[offset + i] != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** As users know it: {@code xz}, {@code lz4} ... */
    public String id() {
        return switch (this) {
            case GZIP -> "gzip";
            case XZ -> "xz";
            case ZSTD -> "zstd";
            case LZ4_LEGACY -> "lz4";
            case BZIP2 -> "bzip2";
            case LZMA -> "lzma";
            case LZO -> "lzo";
        };
    }
}

package org.klpls.core.kernel.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.klpls.core.btf.SmallBtf;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.ElfReader;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.kernel.index.IndexFile;
import org.klpls.core.kernel.index.IndexedKernel;

/**
 * Writes the good inputs that the fuzz targets of kernel images begin with into klp-core/src/test/resources, once a format has
 * changed. Run its main() in klp-core.
 */
final class FuzzSeeds {
    private static final Path RESOURCES = Path.of("src/test/resources/org/klpls/core");
    private static final String TEXT = "\u007fELF code and data, data and code: e8 00 00 00 00 ".repeat(8);
    private static final Map<String, String> COMPRESSORS = Map.of("gzip", "gzip -n -c", "bzip2", "bzip2 -c", "lzma",
            "lzma -c", "xz", "xz --check=crc32 --x86 --lzma2=dict=32MiB -c", "lzo", "lzop -c", "lz4", "lz4 -q -l -c",
            "zstd",
            "zstd -q --ultra --long=27 -c");

    private FuzzSeeds() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        write("btf/BtfFuzzTestInputs/all-kinds", SmallBtf.bytes());
        for (KallsymsLayout layout : KallsymsLayout.values()) {
            write("kernel/image/KallsymsFuzzTestInputs/" + layout, tables(layout));
        }
        for (Map.Entry<String, String> compressor : COMPRESSORS.entrySet()) {
            write("kernel/image/InflaterFuzzTestInputs/" + compressor.getKey(), compressed(compressor.getValue()));
        }
        byte[] vmlinux = new SmallVmlinux().build();
        write("kernel/input/KernelImageFuzzTestInputs/vmlinux", vmlinux);
        write("kernel/input/KernelImageFuzzTestInputs/vmlinux-7.0",
                new SmallVmlinux().layout(KallsymsLayout.V7_0).build());
        write("kernel/input/KernelImageFuzzTestInputs/bzimage", new SmallVmlinux().bzImage());
        IndexedKernel kernel = IndexedKernel.of(VmlinuxReader.read(image(vmlinux), "a small kernel").facts());
        for (IndexFile.Encoding encoding : IndexFile.Encoding.values()) {
            Path file = RESOURCES.resolve("kernel/index/IndexFuzzTestInputs/" + encoding);
            Files.createDirectories(Optional.ofNullable(file.getParent()).orElseThrow());
            IndexFile.write(kernel, file, encoding);
        }
    }

    private static void write(String name, byte[] content) throws IOException {
        Path file = RESOURCES.resolve(name);
        Files.createDirectories(Optional.ofNullable(file.getParent()).orElseThrow());
        Files.write(file, content);
    }

    private static ElfImage image(byte[] vmlinux) {
        return ElfReader.read(Path.of("small"), ElfBytes.of(vmlinux)).image().orElseThrow();
    }

    private static byte[] tables(KallsymsLayout layout) {
        ElfImage image = image(new SmallVmlinux().layout(layout).build());
        SectionHeader rodata = image.section(".rodata").orElseThrow();
        return image.content(rodata).toArray();
    }

    private static byte[] compressed(String command) throws IOException, InterruptedException {
        Path plain = Files.writeString(Files.createTempFile("klpls", "plain"), TEXT, StandardCharsets.ISO_8859_1);
        Process process = new ProcessBuilder(command.split(" ")).redirectInput(plain.toFile()).start();
        byte[] packed = process.getInputStream().readAllBytes();
        if (process.waitFor() != 0) {
            throw new IOException(command + " failed");
        }
        Files.delete(plain);
        // As scripts/Makefile.lib size_append has it; gzip takes no harm of it.
        return ByteBuffer.allocate(packed.length + 2).put(packed).putShort((short) TEXT.length()).array();
    }
}

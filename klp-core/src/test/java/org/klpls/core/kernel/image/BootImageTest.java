package org.klpls.core.kernel.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.c.testing.RealThings;
import org.klpls.core.testing.kernel.Payload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A real image, put together anew around each kind of payload as the kernel's build does it: the same setup code, the
 * payload, the rest. The payload is the beginning of the real vmlinux: what it means is not looked at here.
 */
@NeedsRealThings({RealThing.KERNEL, RealThing.COMPRESSORS})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BootImageTest {
    private static final int PAYLOAD = 4 << 20;
    private static final int SETUP_SECTORS = 0x1f1;
    private static final int PAYLOAD_OFFSET = 0x248;
    private static final int PAYLOAD_LENGTH = 0x24c;

    /**
     * The commands of scripts/Makefile.lib, v6.1; at lower levels, but with the windows of the high ones. All but gzip
     * have the size appended.
     */
    enum Build {
        GZIP("gzip -n -f -1"), BZIP2("bzip2 -1"), LZMA("lzma --lzma1=preset=0,dict=64MiB -c"), XZ(
                "xz --check=crc32 --x86 --lzma2=preset=0,dict=32MiB -c"),
        LZO("lzop -1 -c"), LZ4("lz4 -q -l -1 -c"), ZSTD("zstd -q -1 --ultra --long=27 -c"), NONE("");

        final String command;

        Build(String command) {
            this.command = command;
        }
    }

    @TempDir
    private Path folder;
    private byte[] stock = {};
    private byte[] vmlinux = {};
    private final Map<Build, byte[]> payloads = new EnumMap<>(Build.class);

    @BeforeAll
    void readTheStockImage() throws IOException {
        stock = Files.readAllBytes(RealThings.vmlinuz());
        vmlinux = Arrays.copyOf(Payload.of(RealThings.vmlinuz()), PAYLOAD);
    }

    private byte[] compressed(Build build) throws IOException, InterruptedException {
        byte[] known = payloads.get(build);
        if (known == null) {
            known = packed(build);
            payloads.put(build, known);
        }
        return known;
    }

    private byte[] packed(Build build) throws IOException, InterruptedException {
        if (build == Build.NONE) {
            return vmlinux;
        }
        Path plain = Files.write(folder.resolve("plain"), vmlinux);
        Path packed = folder.resolve("packed");
        Process process = new ProcessBuilder(build.command.split(" ")).redirectInput(plain.toFile())
                .redirectOutput(packed.toFile())
                .start();
        assertEquals(0, process.waitFor(), build.command);
        ByteArrayOutputStream payload = new ByteArrayOutputStream();
        payload.write(Files.readAllBytes(packed));
        if (build != Build.GZIP) {
            payload.write(number(vmlinux.length));
        }
        return payload.toByteArray();
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
    }

    private byte[] image(byte[] payload) throws IOException {
        ByteBuffer header = ByteBuffer.wrap(stock).order(ByteOrder.LITTLE_ENDIAN);
        int start = payloadStart();
        int end = start + header.getInt(PAYLOAD_LENGTH);
        ByteArrayOutputStream image = new ByteArrayOutputStream();
        image.write(stock, 0, start);
        image.write(payload);
        image.write(stock, end, stock.length - end);
        byte[] bytes = image.toByteArray();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(PAYLOAD_LENGTH, payload.length);
        return bytes;
    }

    private int payloadStart() {
        return (stock[SETUP_SECTORS] + 1) * 512
                + ByteBuffer.wrap(stock).order(ByteOrder.LITTLE_ENDIAN).getInt(PAYLOAD_OFFSET);
    }

    private void assertHoldsVmlinux(byte[] image) {
        assertTrue(BootImage.recognises(Arrays.copyOf(image, 4096)));
        switch (BootImage.payload(image)) {
            case Inflated.Bytes(byte[] content) -> assertArrayEquals(vmlinux, content);
            case Inflated.Failure failure -> throw new AssertionError(failure);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPayloadOfEachCompressionIsTakenOut(Build build) throws IOException, InterruptedException {
        assertHoldsVmlinux(image(compressed(build)));
    }

    @ParameterizedTest
    @EnumSource
    void aCutOrDamagedPayloadIsOneFailure(Build build) throws IOException, InterruptedException {
        byte[] payload = compressed(build);
        byte[] cut = image(Arrays.copyOf(payload, payload.length / 2));
        byte[] noise = payload.clone();
        Arrays.fill(noise, payload.length / 4, payload.length / 4 + 4096, (byte) 0x5a);
        byte[] shorter = Arrays.copyOf(image(payload), payloadStart() + payload.length / 2);
        assertFalse(BootImage.payload(cut) instanceof Inflated.Bytes(byte[] b) && Arrays.equals(b, vmlinux));
        assertFalse(BootImage.payload(image(noise)) instanceof Inflated.Bytes(byte[] b) && Arrays.equals(b, vmlinux));
        assertInstanceOf(Inflated.Failure.class, BootImage.payload(shorter));
    }

    @Test
    void aUnifiedKernelImageHoldsABootImage() throws IOException, InterruptedException {
        byte[] bootImage = image(compressed(Build.LZ4));
        assertHoldsVmlinux(unified(bootImage, bootImage.length));
    }

    @Test
    void aCutUnifiedKernelImageIsAFailure() throws IOException, InterruptedException {
        byte[] bootImage = image(compressed(Build.LZ4));
        byte[] whole = unified(bootImage, bootImage.length);
        Inflated.Failure failure = assertInstanceOf(Inflated.Failure.class,
                BootImage.payload(Arrays.copyOf(whole, whole.length / 2)));
        assertTrue(failure.reason().contains(".linux"), failure::reason);
    }

    /** A PE file with .osrel and .linux, as ukify makes them. */
    private static byte[] unified(byte[] bootImage, int size) throws IOException {
        byte[] name = "NAME=Debian\n".getBytes(StandardCharsets.UTF_8);
        ByteBuffer head = ByteBuffer.allocate(1024).order(ByteOrder.LITTLE_ENDIAN);
        head.putShort(0, (short) 0x5a4d).putInt(0x3c, 0x80);
        head.putInt(0x80, 0x4550).putShort(0x84, (short) 0x8664).putShort(0x86, (short) 2).putShort(0x94, (short) 240);
        int table = 0x80 + 24 + 240;
        section(head, table, ".osrel", name.length, 512, 512);
        section(head, table + 40, ".linux", size, (size + 511) & -512, 1024);
        head.put(512, name);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(head.array());
        file.write(bootImage);
        file.write(new byte[512]);
        return file.toByteArray();
    }

    private static void section(ByteBuffer head, int at, String name, int size, int rawSize, int offset) {
        head.put(at, name.getBytes(StandardCharsets.US_ASCII));
        head.putInt(at + 8, size).putInt(at + 16, rawSize).putInt(at + 20, offset);
    }

    @Test
    void aVmlinuxThatIsOnlyCompressedIsRead() throws IOException, InterruptedException {
        assertHoldsVmlinux(compressed(Build.GZIP));
    }

    @Test
    void aKernelForArm64IsNamedAsOne() {
        byte[] image = new byte[4096];
        ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN).putInt(0x38, 0x644d5241);
        assertTrue(BootImage.recognises(image));
        Inflated.Failure failure = assertInstanceOf(Inflated.Failure.class, BootImage.payload(image));
        assertTrue(failure.reason().contains("arm64"), failure::reason);
    }

    @Test
    void whatGrowsPastItsBoundIsRefused() {
        byte[] packed = gzip(new byte[8 << 20]);
        Inflated inflated = Inflater.inflate(Compression.GZIP, packed, 0, packed.length, OptionalLong.empty(), 1 << 20);
        assertInstanceOf(Inflated.Failure.class, inflated);
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}

package org.klpls.core.kernel.image;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.OptionalLong;
import org.junit.jupiter.api.Timeout;
import org.klpls.c.testing.FuzzBounds;

import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Any bytes in any compression are content within its bound or a failure, soon. Without JAZZER_FUZZ the committed inputs are tried;
 * with it Jazzer makes up more: see docs/testing.md.
 */
class InflaterFuzzTest {
    private static final int BOUND = 1 << 20;

    @Timeout(30)
    @FuzzTest(maxDuration = "1h")
    void anyBytesAreContentOrAFailure(byte[] input) {
        FuzzBounds.hold(input.length + BOUND, () -> {
            Compression.at(input, 0).ifPresent(compression -> inflate(compression, input, OptionalLong.empty()));
            if (input.length > 8) {
                // As in a boot image: with the size behind.
                long promised = (input[input.length - 2] & 0xffL) << 8 | input[input.length - 1] & 0xff;
                Compression.at(input, 0)
                        .ifPresent(compression -> inflate(compression, input, OptionalLong.of(promised)));
            }
        });
    }

    private static void inflate(Compression compression, byte[] input, OptionalLong promised) {
        if (Inflater.inflate(compression, input, 0, input.length, promised,
                BOUND) instanceof Inflated.Bytes(byte[] content)) {
            assertTrue(content.length <= BOUND);
        }
    }
}

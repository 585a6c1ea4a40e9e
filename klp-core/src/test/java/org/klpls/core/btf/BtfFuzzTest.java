package org.klpls.core.btf;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Timeout;
import org.klpls.c.testing.FuzzBounds;
import org.klpls.core.elf.ElfBytes;

/**
 * Any bytes at all are types or none, soon, and each name in them has an answer. Without JAZZER_FUZZ the committed inputs are
 * tried; with it Jazzer makes up more: see docs/testing.md.
 */
class BtfFuzzTest {
    @Timeout(30)
    @FuzzTest(maxDuration = "1h")
    void anyBytesAreTypesOrNone(byte[] input) {
        FuzzBounds.hold(input.length, () -> read(input));
    }

    /** Reads these bytes, and asks for every name in them. */
    static void read(byte[] input) {
        ElfBytes bytes = ElfBytes.of(input);
        if (Btf.read(bytes) instanceof BtfReading.Read(Btf btf)) {
            askAll(btf, bytes);
            // The same bytes once more, as a module's types that go on from those.
            if (Btf.readModule(bytes, btf) instanceof BtfReading.Read(Btf module)) {
                askAll(module, bytes);
            }
        }
    }

    private static void askAll(Btf btf, ElfBytes bytes) {
        for (long at = 0; at < bytes.size(); at++) {
            boolean isStart = at == 0 || bytes.u8(at - 1) == 0;
            if (isStart) {
                bytes.cString(at).filter(name -> !name.isEmpty()).ifPresent(name -> ask(btf, name));
            }
        }
    }

    private static void ask(Btf btf, String name) {
        btf.prototype(name);
        btf.declaration(name);
        btf.layout(name);
        btf.definition(name);
    }
}

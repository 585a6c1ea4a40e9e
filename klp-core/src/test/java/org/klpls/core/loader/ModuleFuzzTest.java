package org.klpls.core.loader;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Timeout;
import org.klpls.c.testing.FuzzBounds;
import org.klpls.core.kernel.ModuleExports;
import org.klpls.core.model.ObjectName;
import org.klpls.core.module.KlpNames;
import org.klpls.core.module.LivepatchFixture;
import org.klpls.core.module.LivepatchModule;
import org.klpls.core.module.ModuleReading;

import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Any bytes have a verdict as a module, and any text is read as a klp name or is none. Without JAZZER_FUZZ the committed inputs
 * are tried; with it Jazzer makes up more: see docs/testing.md.
 */
class ModuleFuzzTest {
    private static final RunningKernel BOOTED = RunningKernel.of(LivepatchFixture.kernel());

    @Timeout(30)
    @DictionaryFile(resourcePath = "module.dict")
    @FuzzTest(maxDuration = "1h")
    void anyFileHasAVerdict(byte[] input) {
        FuzzBounds.hold(input.length, () -> {
            ModuleReading reading = LivepatchModule.of(LivepatchFixture.PATH, input.clone());
            reading.module().ifPresent(module -> {
                BOOTED.load(module).verdict().unsaid();
                ModuleExports.of(module.image(), new ObjectName.Module(module.name()));
            });
        });
    }

    @Timeout(30)
    @DictionaryFile(resourcePath = "module.dict")
    @FuzzTest(maxDuration = "1h")
    void anyModinfoIsRead(byte[] input) {
        FuzzBounds.hold(input.length, () -> {
            var draft = LivepatchFixture.good();
            draft.section(".modinfo").data = input.clone();
            LivepatchModule module = LivepatchFixture.read(draft);
            BOOTED.load(module).verdict().unsaid();
        });
    }

    @Timeout(30)
    @DictionaryFile(resourcePath = "module.dict")
    @FuzzTest(maxDuration = "1h")
    void anyTextIsAKlpNameOrNone(byte[] input) {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        FuzzBounds.hold(input.length, () -> {
            KlpNames.scanSymbol(text, 511).ifPresent(name -> assertTrue(text.contains(name.symbol())));
            KlpNames.scanSection(text).ifPresent(name -> assertTrue(text.startsWith(KlpNames.SECTION_PREFIX + name)));
        });
    }
}

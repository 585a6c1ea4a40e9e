package org.klpls.core.check;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.c.testing.FuzzBounds;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.module.LivepatchFixture;
import org.klpls.core.module.ModuleMutations;
import org.klpls.core.rules.EngineCodes;

import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A module that differs from a good one in a few things is checked by all rules, and none fails. Without JAZZER_FUZZ the committed inputs
 * are tried; with it Jazzer chooses what differs: see docs/testing.md.
 */
class VerifyFuzzTest {
    private static final TargetKernel KERNEL = LivepatchFixture.kernel();

    @TempDir
    static Path folder;

    @Timeout(30)
    @FuzzTest(maxDuration = "1h")
    void anyChangeOfAGoodModuleIsJudgedByAllRules(byte[] input) {
        byte[] module = ModuleMutations.any(ModuleMutations.choicesOf(input.clone()));
        Path file = written(module);
        CheckRequest request = new CheckRequest(List.of(), List.of(file), Optional.of(KERNEL), Optional.empty(),
                List.of());
        FuzzBounds.hold(module.length, () -> assertTrue(new Checker().check(request, Cancellation.NEVER).report()
                .findings().stream().noneMatch(finding -> finding.code().equals(EngineCodes.INTERNAL_ERROR.code())),
                "a rule failed"));
    }

    private static Path written(byte[] module) {
        try {
            return Files.write(folder.resolve("fixture.ko"), module);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

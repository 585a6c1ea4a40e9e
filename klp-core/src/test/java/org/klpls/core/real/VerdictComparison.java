package org.klpls.core.real;

import java.util.List;
import java.util.regex.Pattern;
import org.klpls.core.loader.Verdict;
import org.klpls.core.testing.kernel.KernelMessage;
import org.klpls.core.testing.kernel.Outcome;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The simulated loader's verdict beside what the real one did. */
final class VerdictComparison {
    /** What the loader and the livepatch core log below level warning, which no verdict holds. */
    private static final Pattern NOTICE = Pattern.compile("livepatch: (enabling patch '.*'|"
            + "'.*': (starting (un)?patching transition|(un)?patching complete))");

    /** ftrace tells what code is there, by then with the returns that this processor gets. */
    private static final String BYTES_OF_CODE = " actual: ";

    private VerdictComparison() {}

    /** Refused with the same errno; all that loader and livepatch core said, and nothing that they did not say. */
    static void assertRefusedAlike(Verdict verdict, Outcome did) {
        List<String> said = did.messages()
                .stream()
                .filter(line -> line.startsWith("livepatch: ") || line.startsWith("module: "))
                .filter(line -> !NOTICE.matcher(line).matches())
                .map(KernelMessage::comparable)
                .toList();
        List<String> told = verdict.kernelMessages().stream().map(KernelMessage::comparable).toList();
        assertAll(verdict + "\n" + did,
                () -> assertEquals(org.klpls.core.loader.Outcome.REJECTED, verdict.outcome()),
                () -> assertEquals(did.errnoName(), verdict.errno().map(Enum::name).orElse("none")),
                () -> assertTrue(told.containsAll(said), () -> "not told: " + said),
                () -> told.stream().filter(line -> !line.startsWith(BYTES_OF_CODE))
                        .forEach(line -> assertTrue(did.says(line), () -> "never said: " + line)));
    }
}

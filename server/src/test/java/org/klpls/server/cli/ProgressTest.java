package org.klpls.server.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ProgressTest {
    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();

    @Test
    void longWorkIsShownAndLeavesAClearLine() throws InterruptedException {
        try (Progress _ = Progress.shown("reading a kernel", stream())) {
            while (!shown().contains("reading a kernel")) {
                Thread.sleep(10);
            }
        }
        assertTrue(shown().endsWith("\r\u001b[K"), shown());
    }

    @Test
    void theBarKeepsItsWidthAsItMoves() {
        for (int step = 0; step < 100; step++) {
            assertEquals(Progress.bar(0).length(), Progress.bar(step).length());
            assertEquals(1, Progress.bar(step).chars().filter(c -> c == '#').count());
        }
    }

    private PrintStream stream() {
        return new PrintStream(terminal, true, StandardCharsets.UTF_8);
    }

    private String shown() {
        return terminal.toString(StandardCharsets.UTF_8);
    }
}

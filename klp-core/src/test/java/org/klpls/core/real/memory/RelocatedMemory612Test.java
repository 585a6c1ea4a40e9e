package org.klpls.core.real.memory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.core.testing.kernel.StockKernel;

/** The same on 6.12 with the project's own livepatches, one of them after its module has gone: 6.12 clears what it wrote for it. */
@NeedsRealThings({RealThing.KERNEL_6_12, RealThing.HEADERS_6_12, RealThing.QEMU})
class RelocatedMemory612Test {
    @TempDir
    static Path folder;

    private static final MemoryComparison COMPARISON = new MemoryComparison(StockKernel.V6_12);

    @BeforeAll
    static void readTheKernelsMemory() throws IOException {
        COMPARISON.read(MemoryComparison.ownLivepatches(StockKernel.V6_12, folder));
    }

    static List<Subject> subjects() {
        return COMPARISON.subjects();
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void everyByteIsTheKernelsButWhereItChangesThem(Subject subject) {
        COMPARISON.assertSame(subject);
    }
}

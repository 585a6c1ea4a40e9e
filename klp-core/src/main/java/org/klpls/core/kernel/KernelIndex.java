package org.klpls.core.kernel;

import java.io.IOException;
import java.nio.file.Path;
import org.klpls.core.kernel.index.IndexFile;
import org.klpls.core.kernel.index.IndexedKernel;

/** A kernel as one file, to be built once and shared. Opened as any other input of {@link KernelReader}. */
public final class KernelIndex {
    private KernelIndex() {}

    /**
     * Writes all that is known of a kernel, compactly, in place of what was there.
     *
     * @param kernel one that {@link KernelReader} read
     */
    public static void write(TargetKernel kernel, Path file) throws IOException {
        if (!(kernel instanceof IndexedKernel indexed)) {
            throw new IllegalArgumentException("only a kernel that was read can be written");
        }
        // Where it was read is of no interest to whom it is given.
        String origin = kernel.identity().release().map(r -> "Linux " + r).orElse("an index");
        IndexFile.write(indexed.withOrigin(origin), file, IndexFile.Encoding.COMPACT);
    }
}

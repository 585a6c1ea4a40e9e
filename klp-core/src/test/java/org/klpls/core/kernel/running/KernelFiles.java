package org.klpls.core.kernel.running;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.klpls.core.testing.kernel.StockKernel;

/**
 * A kernel as it comes in packages.
 *
 * @param modules {@code lib/modules/RELEASE}
 */
record KernelFiles(Path vmlinuz, Optional<Path> modules, Optional<Path> moduleSymvers) {
    static KernelFiles of(StockKernel stock) {
        return new KernelFiles(stock.vmlinuz(), Optional.of(stock.modules()), Optional.of(stock.moduleSymvers()));
    }

    /** What klpls is given of it. */
    List<String> inputs() {
        return Stream.concat(Stream.of(vmlinuz), modules.stream()).map(Path::toString).toList();
    }
}

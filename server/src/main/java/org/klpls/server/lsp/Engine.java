package org.klpls.server.lsp;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.klpls.core.check.Cancellation;
import org.klpls.core.check.Checked;
import org.klpls.core.facts.HoverFacts;
import org.klpls.core.rule.Skipped;

/** What the session asks of the engine: the same checks as the command line's, for one open file. */
interface Engine {
    /**
     * What a check came to.
     *
     * @param livepatch whether the file has anything to do with livepatches; if not, nothing is said of it
     * @param kernelFailed why the kernel that was named or found cannot be used
     */
    record Outcome(Checked checked, boolean livepatch, List<Skipped> kernelFailed) {
        public Outcome {
            kernelFailed = List.copyOf(kernelFailed);
        }
    }

    Outcome check(Document document, Settings settings, KernelProgress progress, Cancellation cancellation);

    Optional<HoverFacts> hover(Document document, int offset, Settings settings, Cancellation cancellation);

    /** The built modules that this source is a part of: when one changes on disk, the source is checked again. */
    List<Path> modules(Document document);

    /** Headers have changed on the disk: whatever was read of them is looked at again. */
    void headersChanged();

    /** Told around the reading of a kernel that is not in memory yet. */
    interface KernelProgress {
        KernelProgress NONE = new KernelProgress() {
            @Override
            public void begin(String kernel) {
                // Nobody looks.
            }

            @Override
            public void end() {
                // Nobody looks.
            }
        };

        void begin(String kernel);

        void end();
    }
}

package org.klpls.core.source;

import java.util.List;
import java.util.Optional;
import org.klpls.c.build.CompileCommand;
import org.klpls.c.text.SourceText;
import org.klpls.core.model.Modinfo;

/** Reads a livepatch out of C. Keeps what it has read of headers, by content; safe for all threads. */
public final class LivepatchSourceReader {

    /** @param flags empty: found by convention beside the file */
    public SourceReading read(SourceText text, Optional<CompileCommand> flags) {
        LivepatchSource source = new LivepatchSource(text, "", List.of(), List.of(), new Modinfo(List.of()), List.of(),
                List.of(), List.of(), List.of());
        return new SourceReading(source, List.of(), List.of());
    }
}

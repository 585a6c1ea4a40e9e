package org.klpls.core.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.klpls.c.build.CompileCommand;
import org.klpls.c.build.CompileCommands;
import org.klpls.c.testing.RealThing;
import org.klpls.c.testing.RealThings;
import org.klpls.c.text.SourceText;
import org.klpls.core.source.LivepatchSourceReader;

/** Prints how much of the heap is in use after each of ten of the kernel's own livepatches has been read. */
public final class HeapOfTenLivepatches {
    private HeapOfTenLivepatches() {}

    public static void main(String[] arguments) throws IOException {
        RealThings.whyMissing(List.of(RealThing.HEADERS, RealThing.SOURCE)).ifPresent(why -> {
            throw new IllegalStateException(why);
        });
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("samples/livepatch", "lib/livepatch")) {
            try (Stream<Path> listed = Files.list(RealThings.source().resolve(folder))) {
                listed.filter(file -> file.toString().endsWith(".c")).sorted().forEach(files::add);
            }
        }
        LivepatchSourceReader reader = new LivepatchSourceReader();
        for (Path file : files.subList(0, 10)) {
            Optional<CompileCommand> flags = new CompileCommands().find(file, Optional.of(RealThings.headers()))
                    .command();
            int functions = reader.read(SourceText.of(file, Files.readString(file)), flags).source().functions().size();
            System.out.printf("%6.1f MB after %s (%d functions)%n", usedBytes() / 1e6, file.getFileName(), functions);
        }
        System.out.println(reader.getClass().getSimpleName() + " is still in use");
    }

    private static long usedBytes() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}

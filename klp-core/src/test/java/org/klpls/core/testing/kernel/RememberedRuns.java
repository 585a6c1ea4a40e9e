package org.klpls.core.testing.kernel;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.klpls.core.testing.kernel.SharedMemory.Result;

/**
 * Runs that were done before by the same machine with the same jobs, for somebody who works on klpls and not on the
 * modules: with -Dklpls.real.remember=true a run is taken from the cache. Never so in a build.
 */
record RememberedRuns(Path folder) {
    static boolean areWanted() {
        return Boolean.getBoolean("klpls.real.remember");
    }

    Optional<Machine.Run> find(List<Job> jobs) throws IOException {
        Path file = file(jobs);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (var in = new DataInputStream(Files.newInputStream(file))) {
            List<Result> results = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                results.add(new Result(in.readInt(), in.readNBytes(in.readInt())));
            }
            Outcome.End end = Outcome.End.valueOf(in.readUTF());
            return Optional.of(new Machine.Run(results, end,
                    new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()));
        }
    }

    void remember(List<Job> jobs, Machine.Run run) throws IOException {
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, "fresh", "");
        try (var out = new DataOutputStream(Files.newOutputStream(fresh))) {
            out.writeInt(run.results().size());
            for (Result result : run.results()) {
                out.writeInt(result.kind());
                out.writeInt(result.bytes().length);
                out.write(result.bytes());
            }
            out.writeUTF(run.end().name());
            out.write(String.join("\n", run.console()).getBytes(StandardCharsets.UTF_8));
        }
        Files.move(fresh, file(jobs), StandardCopyOption.ATOMIC_MOVE);
    }

    private Path file(List<Job> jobs) {
        byte[][] parts = new byte[2 * jobs.size()][];
        for (int i = 0; i < jobs.size(); i++) {
            byte[] bytes = jobs.get(i).bytes();
            parts[2 * i] = (jobs.get(i).number() + ":" + bytes.length + ":").getBytes(StandardCharsets.US_ASCII);
            parts[2 * i + 1] = bytes;
        }
        return folder.resolve(Content.hash(parts));
    }
}

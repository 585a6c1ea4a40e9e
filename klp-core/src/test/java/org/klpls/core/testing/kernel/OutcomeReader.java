package org.klpls.core.testing.kernel;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import org.klpls.core.testing.kernel.SharedMemory.Result;

/** What a guest told, put together job by job. */
final class OutcomeReader {
    private OptionalInt loaded = OptionalInt.empty();
    private OptionalInt transition = OptionalInt.empty();
    private OptionalInt disabled = OptionalInt.empty();
    private OptionalInt unloaded = OptionalInt.empty();
    private final List<LogLine> log = new ArrayList<>();
    private final List<String> probed = new ArrayList<>();
    private byte[] content = new byte[0];

    private OutcomeReader() {}

    /** An outcome for each job that was begun; the last one tells how the machine ended, if it did before its time. */
    static List<Outcome> outcomes(Machine.Run run) {
        List<Outcome> outcomes = new ArrayList<>();
        OutcomeReader job = new OutcomeReader();
        boolean begun = false;
        for (Result result : run.results()) {
            if (result.kind() == Result.BEGUN) {
                job = new OutcomeReader();
                begun = true;
            } else if (result.kind() == Result.ENDED) {
                outcomes.add(job.outcome(Outcome.End.DONE, List.of()));
                begun = false;
            } else {
                job.take(result);
            }
        }
        if (begun) {
            outcomes.add(job.outcome(run.end(), run.console()));
        }
        return outcomes;
    }

    private void take(Result result) {
        switch (result.kind()) {
            case Result.LOADED -> loaded = OptionalInt.of(result.number());
            case Result.TRANSITION -> transition = OptionalInt.of(result.number());
            case Result.DISABLED -> disabled = OptionalInt.of(result.number());
            case Result.UNLOADED -> unloaded = OptionalInt.of(result.number());
            case Result.CONTENT -> content = result.bytes();
            case Result.PROBED -> probed.add(new String(result.bytes(), StandardCharsets.ISO_8859_1));
            case Result.MESSAGES ->
                new String(result.bytes(), StandardCharsets.UTF_8).lines().flatMap(LogLine::of).forEach(log::add);
            default -> throw new IllegalStateException("guest/init.c and this class disagree: result " + result.kind());
        }
    }

    private Outcome outcome(Outcome.End end, List<String> console) {
        return new Outcome(end, loaded, transition, disabled, unloaded, log, probed, content, console);
    }
}

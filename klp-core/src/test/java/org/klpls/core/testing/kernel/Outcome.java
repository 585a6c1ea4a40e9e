package org.klpls.core.testing.kernel;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What the real kernel did with one job.
 *
 * @param loaded errno of finit_module(), 0 for success; empty if it did not return or nothing was loaded
 * @param transition 0: complete, 1: still going on when the guest gave up waiting; empty if there was none
 * @param disabled errno of writing 0 to the livepatch's {@code enabled}; empty if that was not done
 * @param unloaded errno of delete_module(); empty if that was not done
 * @param log what the kernel logged meanwhile
 * @param probed the contents of the files that {@link Job.Probe} named, after the load and then after the unload
 * @param content of what was read; empty for other jobs
 * @param console the last lines of the console, where the machine did not survive
 */
public record Outcome(End end, OptionalInt loaded, OptionalInt transition, OptionalInt disabled, OptionalInt unloaded,
        List<LogLine> log, List<String> probed, byte[] content, List<String> console) {
    /** How the job ended. */
    public enum End {
        /** The guest went on to its next job. */
        DONE,
        /** The kernel crashed: an oops, a BUG, a lockup. */
        CRASHED,
        /** Nothing happened any more, not even a crash. */
        HUNG
    }

    public Outcome {
        log = List.copyOf(log);
        probed = List.copyOf(probed);
        console = List.copyOf(console);
    }

    /** Loaded, its transition completed, and unloaded again. */
    public boolean accepted() {
        return end == End.DONE && is(loaded, 0) && !is(transition, 1) && is(unloaded, 0) && !is(disabled, 1);
    }

    /** The kernel returned an error from finit_module() and went on. */
    public boolean rejected() {
        return end == End.DONE && loaded.isPresent() && loaded.getAsInt() != 0;
    }

    /** The name of finit_module()'s errno, e.g. {@code EINVAL}; {@code 0} for success, {@code none} if it did not return. */
    public String errnoName() {
        return loaded.isEmpty() ? "none" : ErrnoName.of(loaded.getAsInt());
    }

    /** What the kernel logged meanwhile, a line each, without time and level. */
    public List<String> messages() {
        return log.stream().map(LogLine::text).toList();
    }

    /** Whether the kernel printed this line; hashed pointers count as equal. */
    public boolean says(String line) {
        String wanted = KernelMessage.comparable(line);
        return Stream.concat(messages().stream(), console.stream())
                .anyMatch(printed -> KernelMessage.comparable(printed).equals(wanted));
    }

    @Override
    public String toString() {
        return end + ", errno " + errnoName() + ", transition " + transition + ", disabled " + disabled + ", unloaded "
                + unloaded + "\n" + String.join("\n", messages()) + "\n" + String.join("\n", console);
    }

    private static boolean is(OptionalInt value, int wanted) {
        return value.isPresent() && value.getAsInt() == wanted;
    }
}

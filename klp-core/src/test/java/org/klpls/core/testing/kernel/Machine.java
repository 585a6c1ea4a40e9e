package org.klpls.core.testing.kernel;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.klpls.c.testing.RealThings;
import org.klpls.core.testing.kernel.SharedMemory.Result;

/**
 * An emulated machine that has come up and waits for jobs. It is saved; each run is a copy that goes on from there, in a
 * tenth of the time of a boot, and leaves nothing behind for the next one.
 */
final class Machine {
    /** The last resort; lockups are found by the guest's own watchdog long before. */
    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    /** watchdog_thresh: a lockup is a crash after twice that many seconds. */
    private static final String KERNEL_ARGUMENTS = "console=ttyS0 quiet nokaslr rdinit=/init oops=panic panic=-1 "
            + "softlockup_panic=1 watchdog_thresh=5";

    private static final int CONSOLE_LINES = 120;
    private static final int POLL_MILLIS = 5;

    /** What came out of one run. */
    record Run(List<Result> results, Outcome.End end, List<String> console) {}

    private final Path kernel;
    private final Path initramfs;
    private final SavedMachine saved;

    Machine(Path kernel, Path initramfs, SavedMachine saved) {
        this.kernel = kernel;
        this.initramfs = initramfs;
        this.saved = saved;
    }

    /** What decides how a machine comes up, apart from kernel and initramfs. */
    static String configuration() {
        return KERNEL_ARGUMENTS + RealThings.fetched("qemu.version");
    }

    RememberedRuns remembered() {
        return new RememberedRuns(saved.folder().resolve("runs"));
    }

    /** Boots, and saves the machine once it waits. The folder is a scratch one. */
    void bootAndSave(Path folder) throws IOException, InterruptedException {
        Path console = folder.resolve("console");
        Path errors = folder.resolve("qemu-errors");
        try (Arena arena = Arena.ofShared()) {
            SharedMemory memory = SharedMemory.waiting(arena, folder);
            Process qemu = new ProcessBuilder(command(memory, console, true)).redirectError(errors.toFile()).start();
            try {
                while (!memory.ready()) {
                    if (qemu.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                        throw new IOException("the guest did not come up: " + tail(errors) + tail(console));
                    }
                }
                saved.save(qemu);
            } finally {
                qemu.destroyForcibly().waitFor();
            }
        }
    }

    /** Does the jobs on a copy of the saved machine, until they are done or the copy is no more. */
    Run run(Path folder, List<Job> jobs) throws IOException, InterruptedException {
        Path console = folder.resolve("console");
        Path errors = folder.resolve("qemu-errors");
        try (Arena arena = Arena.ofShared()) {
            SharedMemory memory = SharedMemory.create(arena, folder, jobs);
            List<String> command = command(memory, console, false);
            command.addAll(SavedMachine.copy());
            Process qemu = new ProcessBuilder(command).redirectError(errors.toFile()).start();
            saved.resume(qemu);
            boolean ended = waitFor(qemu, memory);
            List<Result> results = memory.results();
            if (results.isEmpty()) {
                throw new IOException("the guest did not go on: " + tail(errors) + tail(console));
            }
            Outcome.End end = memory.finished() ? Outcome.End.DONE : ended ? Outcome.End.CRASHED : Outcome.End.HUNG;
            return new Run(results, end, tail(console));
        }
    }

    /** One CPU: with two, an emulated machine needs a second for each transition. */
    private List<String> command(SharedMemory memory, Path console, boolean saving) {
        List<String> command = new ArrayList<>(List.of(RealThings.qemu().toString(), "-accel", "tcg", "-machine",
                "pc,nvdimm=on,memory-backend=ram", "-cpu", "max", "-smp", "1", "-m",
                SavedMachine.MEMORY + ",slots=1,maxmem=2G", "-nodefaults", "-no-user-config", "-display", "none",
                "-no-reboot", "-kernel", kernel.toString(), "-initrd", initramfs.toString(), "-append",
                KERNEL_ARGUMENTS, "-serial", "file:" + console, "-object", saved.memory(saving), "-object",
                "memory-backend-file,id=shared,share=on,mem-path=" + memory.file() + ",size=" + memory.size(),
                "-device", "nvdimm,memdev=shared"));
        command.addAll(SavedMachine.monitor());
        return command;
    }

    /** False if the guest told nothing for so long that it was ended. */
    private static boolean waitFor(Process qemu, SharedMemory memory) throws InterruptedException {
        long told = 0;
        long since = System.nanoTime();
        try {
            while (!memory.finished() && !qemu.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                if (memory.resultsSize() != told) {
                    told = memory.resultsSize();
                    since = System.nanoTime();
                } else if (System.nanoTime() - since > SILENCE_NANOS) {
                    return false;
                }
            }
            return true;
        } finally {
            qemu.destroyForcibly().waitFor();
        }
    }

    private static List<String> tail(Path log) throws IOException {
        if (!Files.exists(log)) {
            return List.of();
        }
        List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines()
                .toList();
        return lines.subList(Math.max(0, lines.size() - CONSOLE_LINES), lines.size());
    }
}

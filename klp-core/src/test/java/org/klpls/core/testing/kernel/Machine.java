package org.klpls.core.testing.kernel;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.klpls.c.testing.RealThings;
import org.klpls.core.testing.kernel.SharedMemory.Result;

/** One boot: the guest does jobs until they are done, or until it is no more. */
final class Machine {
    /** The last resort; lockups are found by the guest's own watchdog long before. */
    private static final long SILENCE_NANOS = TimeUnit.MINUTES.toNanos(4);

    /** watchdog_thresh: a lockup is a crash after twice that many seconds. */
    private static final String KERNEL_ARGUMENTS = "console=ttyS0 quiet nokaslr rdinit=/init oops=panic panic=-1 "
            + "softlockup_panic=1 watchdog_thresh=10";

    private static final int CONSOLE_LINES = 120;

    /** What came out of one boot. */
    record Boot(List<Result> results, Outcome.End end, List<String> console) {}

    private final Path kernel;
    private final Path initramfs;

    Machine(Path kernel, Path initramfs) {
        this.kernel = kernel;
        this.initramfs = initramfs;
    }

    Boot run(Path folder, List<Job> jobs) throws IOException, InterruptedException {
        Path console = folder.resolve("console");
        Path errors = folder.resolve("qemu-errors");
        try (Arena arena = Arena.ofShared()) {
            SharedMemory memory = SharedMemory.create(arena, folder, jobs);
            Process qemu = new ProcessBuilder(command(memory, console)).redirectErrorStream(true)
                    .redirectOutput(errors.toFile())
                    .start();
            boolean ended = waitFor(qemu, memory);
            List<Result> results = memory.results();
            if (results.isEmpty()) {
                throw new IOException("the guest did not come up: " + tail(errors) + tail(console));
            }
            Outcome.End end = memory.finished() ? Outcome.End.DONE : ended ? Outcome.End.CRASHED : Outcome.End.HUNG;
            return new Boot(results, end, tail(console));
        }
    }

    /** One CPU: with two, an emulated machine needs a second for each transition. */
    private List<String> command(SharedMemory memory, Path console) {
        return List.of(RealThings.qemu().toString(), "-accel", "tcg", "-machine", "pc", "-cpu", "max", "-smp", "1",
                "-m",
                "512", "-nodefaults", "-no-user-config", "-display", "none", "-no-reboot", "-kernel", kernel.toString(),
                "-initrd", initramfs.toString(), "-append", KERNEL_ARGUMENTS, "-serial", "file:" + console, "-object",
                "memory-backend-file,id=shared,share=on,mem-path=" + memory.file() + ",size=" + memory.size(),
                "-device",
                "ivshmem-plain,memdev=shared");
    }

    /** False if the guest told nothing for so long that it was ended. */
    private static boolean waitFor(Process qemu, SharedMemory memory) throws InterruptedException {
        long told = 0;
        long since = System.nanoTime();
        try {
            while (!qemu.waitFor(20, TimeUnit.MILLISECONDS)) {
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

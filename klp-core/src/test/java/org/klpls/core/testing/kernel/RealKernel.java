package org.klpls.core.testing.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.klpls.c.testing.RealThings;

/**
 * Debian's own kernel in qemu (software emulation, one CPU, no KASLR), asked what it does with modules.
 *
 * <p>A test class that uses it says {@code @NeedsRealThings({KERNEL, QEMU})}. The machine is booted once and saved; each
 * run is done by a copy of its own, so a module that ruins the kernel does no harm to another.
 */
public final class RealKernel {
    private final Machine machine;

    private RealKernel(Machine machine) {
        this.machine = machine;
    }

    /** The 6.1 that was fetched. */
    public static RealKernel stock() {
        return of(StockKernel.V6_1);
    }

    public static RealKernel of(StockKernel kernel) {
        return of(kernel.version(), kernel.vmlinuz(), derived());
    }

    /**
     * Any kernel that boots in qemu.
     *
     * @param name tells it from others in the folder
     * @param folder keeps the saved machine, some hundred MB
     */
    public static synchronized RealKernel of(String name, Path vmlinuz, Path folder) {
        try {
            return new RealKernel(machine(name, vmlinuz, Files.createDirectories(folder)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Loads, disables and unloads each module, each on a machine of its own: an outcome for each, in order. */
    public List<Outcome> load(List<Path> modules) {
        return runEach(modules.stream().map(module -> List.<Job>of(new Job.Load(module))).toList()).stream()
                .map(List::getFirst).toList();
    }

    /** The lines of each of these files of the running kernel, e.g. {@code /proc/kallsyms}; none where there is no file. */
    public List<List<String>> read(List<String> paths) {
        return run(paths.stream().<Job>map(Job.Read::new).toList()).stream()
                .map(outcome -> new String(outcome.content(), StandardCharsets.UTF_8).lines().toList())
                .toList();
    }

    /** Does the jobs in order on one machine: an outcome for each, up to the one that the machine did not survive. */
    public List<Outcome> run(List<Job> jobs) {
        try {
            Path folder = Files.createTempDirectory("klpls-real-kernel");
            try {
                return OutcomeReader.outcomes(run(folder, jobs));
            } finally {
                clear(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Machine.Run run(Path folder, List<Job> jobs) throws IOException, InterruptedException {
        if (!RememberedRuns.areWanted()) {
            return machine.run(folder, jobs);
        }
        Optional<Machine.Run> before = machine.remembered().find(jobs);
        if (before.isPresent()) {
            return before.get();
        }
        Machine.Run run = machine.run(folder, jobs);
        machine.remembered().remember(jobs, run);
        return run;
    }

    /** Runs these, each on a machine of its own, as many at a time as there are processors. */
    public List<List<Outcome>> runEach(List<List<Job>> runs) {
        try (var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<Future<List<Outcome>>> outcomes = runs.stream().map(jobs -> threads.submit(() -> run(jobs))).toList();
            List<List<Outcome>> all = new ArrayList<>();
            for (Future<List<Outcome>> outcome : outcomes) {
                all.add(outcome.get());
            }
            return all;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void clear(Path folder) throws IOException {
        for (String file : List.of("shared", "console", "qemu-errors", "")) {
            Files.deleteIfExists(folder.resolve(file));
        }
    }

    /** Saved machines are named by all that they were made from. */
    private static Machine machine(String kernel, Path vmlinuz, Path folder) throws IOException, InterruptedException {
        Path image = bootImage(kernel, vmlinuz, folder);
        Path initramfs = initramfs(folder);
        String name = "machine-" + Content.hash(image.toString().getBytes(StandardCharsets.UTF_8),
                initramfs.toString().getBytes(StandardCharsets.UTF_8),
                Machine.configuration().getBytes(StandardCharsets.UTF_8));
        SavedMachine saved = new SavedMachine(Files.createDirectories(folder.resolve(name)));
        Machine machine = new Machine(image, initramfs, saved);
        try (var lock = FileChannel.open(saved.folder().resolve("lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE); var _ = lock.lock()) {
            if (!saved.exists()) {
                Path scratch = Files.createTempDirectory("klpls-boot");
                machine.bootAndSave(scratch);
                clear(scratch);
            }
        }
        return machine;
    }

    /** The vmlinux within: qemu boots it at once (PVH), where a vmlinuz takes seconds to unpack itself. */
    private static Path bootImage(String kernel, Path vmlinuz, Path folder) throws IOException {
        Path image = folder.resolve("vmlinux-" + kernel);
        if (!Files.exists(image)) {
            Path fresh = fresh(folder);
            Files.write(fresh, Payload.of(vmlinuz));
            Files.move(fresh, image, StandardCopyOption.ATOMIC_MOVE);
        }
        return image;
    }

    private static Path initramfs(Path folder) throws IOException, InterruptedException {
        Path source = RealThings.projectRoot().resolve("klp-core/src/test/guest/init.c");
        Path archive = folder.resolve("initramfs-" + Content.hash(Files.readAllBytes(source)));
        if (!Files.exists(archive)) {
            Path program = fresh(folder);
            Command.run("gcc", "-static", "-O2", "-Wall", "-Wextra", "-Werror", "-o",
                    program.toString(), source.toString());
            byte[] init = Files.readAllBytes(program);
            Files.write(program, Initramfs.with(init));
            Files.move(program, archive, StandardCopyOption.ATOMIC_MOVE);
        }
        return archive;
    }

    private static Path fresh(Path folder) throws IOException {
        return Files.createTempFile(Files.createDirectories(folder), "fresh", "");
    }

    /** What tests make of the fetched things, named by what it was made from. */
    private static Path derived() {
        return RealThings.cache().resolve("tests");
    }
}

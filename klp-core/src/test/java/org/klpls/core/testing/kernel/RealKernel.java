package org.klpls.core.testing.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.klpls.c.testing.RealThings;

/**
 * Debian's own kernel, booted in qemu (software emulation, one CPU, no KASLR), asked what it does with modules.
 *
 * <p>A test class that uses it says {@code @NeedsRealThings({KERNEL, QEMU})}. A boot takes seconds, a module a fraction
 * of one: give many modules to one call. After a crash the machine is booted again for the jobs that are left.
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
        try {
            return new RealKernel(new Machine(bootImage(kernel), initramfs()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Loads, disables and unloads each module: an outcome for each, in order. */
    public List<Outcome> load(List<Path> modules) {
        return run(modules.stream().<Job>map(Job.Load::new).toList());
    }

    /** The lines of each of these files of the running kernel, e.g. {@code /proc/kallsyms}; none where there is no file. */
    public List<List<String>> read(List<String> paths) {
        return run(paths.stream().<Job>map(Job.Read::new).toList()).stream()
                .map(outcome -> new String(outcome.content(), StandardCharsets.UTF_8).lines().toList())
                .toList();
    }

    /** Does the jobs in order: an outcome for each. Modules to keep are loaded again where a crash made a new boot. */
    public List<Outcome> run(List<Job> jobs) {
        List<Outcome> outcomes = new ArrayList<>();
        try {
            while (outcomes.size() < jobs.size()) {
                List<Job> again = stillLoaded(jobs.subList(0, outcomes.size()));
                List<Job> rest = jobs.subList(outcomes.size(), jobs.size());
                List<Outcome> told = boot(Stream.concat(again.stream(), rest.stream()).toList());
                if (told.size() <= again.size()) {
                    throw new IllegalStateException("the machine did not survive what it had survived before: " + told);
                }
                outcomes.addAll(told.subList(again.size(), told.size()));
            }
            return List.copyOf(outcomes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<Outcome> boot(List<Job> jobs) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("klpls-real-kernel");
        try {
            return OutcomeReader.outcomes(machine.run(folder, jobs));
        } finally {
            for (String file : List.of("shared", "console", "qemu-errors", "")) {
                Files.deleteIfExists(folder.resolve(file));
            }
        }
    }

    private static List<Job> stillLoaded(List<Job> done) {
        List<Job> loaded = new ArrayList<>();
        for (Job job : done) {
            switch (job) {
                case Job.LoadAndKeep _ -> loaded.add(job);
                case Job.Unload(String name) -> loaded.removeIf(keep -> keep instanceof Job.LoadAndKeep(Path module)
                        && module.getFileName().toString().replace('-', '_').equals(name + ".ko"));
                case Job.Load _ -> {
                }
                case Job.Read _ -> {
                }
            }
        }
        return loaded;
    }

    /** The vmlinux within: qemu boots it at once (PVH), where a vmlinuz takes seconds to unpack itself. */
    private static Path bootImage(StockKernel kernel) throws IOException {
        Path image = derived().resolve("vmlinux-" + kernel.version());
        if (!Files.exists(image)) {
            Path fresh = fresh();
            Files.write(fresh, Payload.of(kernel.vmlinuz()));
            Files.move(fresh, image, StandardCopyOption.ATOMIC_MOVE);
        }
        return image;
    }

    private static Path initramfs() throws IOException, InterruptedException {
        Path source = RealThings.projectRoot().resolve("klp-core/src/test/guest/init.c");
        Path archive = derived().resolve("initramfs-" + Content.hash(Files.readAllBytes(source)));
        if (!Files.exists(archive)) {
            Path program = fresh();
            Command.run("gcc", "-static", "-O2", "-Wall", "-Wextra", "-Werror", "-o",
                    program.toString(), source.toString());
            byte[] init = Files.readAllBytes(program);
            Files.write(program, Initramfs.with(init));
            Files.move(program, archive, StandardCopyOption.ATOMIC_MOVE);
        }
        return archive;
    }

    private static Path fresh() throws IOException {
        return Files.createTempFile(Files.createDirectories(derived()), "fresh", "");
    }

    /** What tests make of the fetched things, named by what it was made from. */
    private static Path derived() {
        return RealThings.cache().resolve("tests");
    }
}

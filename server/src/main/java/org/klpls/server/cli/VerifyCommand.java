package org.klpls.server.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.klpls.core.check.Checker;
import org.klpls.core.check.LoadedModuleReport;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.loader.ModuleLoader;
import org.klpls.core.loader.Outcome;
import org.klpls.core.loader.RunningKernel;
import org.klpls.core.module.LivepatchModule;
import org.klpls.core.module.ModuleReading;
import org.klpls.core.report.ReportOptions;
import org.klpls.server.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code klpls verify}: what insmod would do. */
@Command(name = "verify", mixinStandardHelpOptions = true, sortOptions = false, description = {
        "Tells what insmod would do with modules, in the order given, without loading anything.",
        "accepted: loads, patches, unloads. rejected: the kernel refuses it. unsafe: the kernel does not refuse it, and "
                + "then crashes, hangs, corrupts memory or silently does not patch."}, footer = {"",
                        "Exit status: 0 all are accepted, 1 some are not, 2 wrong use or an input that cannot be read.",
                        "", "Examples:", "  klpls verify my-fix.ko --kernel /boot/vmlinuz-6.1.0-56-amd64",
                        "  klpls verify my-fix.ko --kernel 6.1.0-56-amd64 --loaded ext4.ko --format json"})
final class VerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--kernel", paramLabel = "KERNEL", description = "The kernel that loads them, as for `klpls check "
            + "--kernel`. Default: an index file (.klpidx) beside the first module.")
    private List<String> kernels = List.of();

    @Option(names = "--loaded", paramLabel = "KO", description = "A module that is loaded before. Repeatable.")
    private List<Path> loaded = List.of();

    @Option(names = "--format", paramLabel = "FORMAT", description = "One of: ${COMPLETION-CANDIDATES}. Default: text")
    private TextOrJson format = TextOrJson.TEXT;

    @Option(names = "--color", paramLabel = "WHEN", description = "One of: ${COMPLETION-CANDIDATES}. Default: auto")
    private Colour colour = Colour.AUTO;

    @Parameters(paramLabel = "MODULE", arity = "1..*", description = "A built module (.ko).")
    private List<Path> modules = List.of();

    @Override
    public Integer call() throws UnreadableInput {
        TargetKernel kernel = KernelOption.choose(kernels, List.of(), modules).kernel()
                .orElseThrow(() -> new UnreadableInput(
                        "what a kernel does with a module depends on the kernel: give --kernel"));
        RunningKernel there = RunningKernel.of(kernel);
        for (Path path : loaded) {
            there = there.with(readable(path));
        }
        List<Verified> verified = new ArrayList<>();
        for (Path path : modules) {
            Verified one = verify(path, kernel, there);
            verified.add(one);
            there = one.after();
        }
        write(verified, kernel);
        if (verified.stream().anyMatch(one -> one.module().isEmpty())) {
            return ExitStatus.WRONG_USE;
        }
        return verified.stream().allMatch(one -> one.verdict().outcome() == Outcome.ACCEPTED)
                ? ExitStatus.CLEAN
                : ExitStatus.FINDINGS;
    }

    private Verified verify(Path path, TargetKernel kernel, RunningKernel there) throws UnreadableInput {
        ModuleReading reading = read(path);
        if (reading.module().isEmpty()) {
            // The kernel has a verdict on this, too, but the user will want to know first that it is no module.
            spec.commandLine().getErr().println("klpls: " + reading.problems().getFirst().message());
            return new Verified(path, reading.module(), ModuleLoader.unreadable(reading), List.of(), List.of(), there);
        }
        LivepatchModule module = reading.module().get();
        LoadedModuleReport judged = new Checker().load(module, kernel, there);
        return new Verified(path, reading.module(), judged.load().verdict(), judged.report().findings(),
                judged.patches(), judged.load().after());
    }

    private static LivepatchModule readable(Path path) throws UnreadableInput {
        ModuleReading reading = read(path);
        return reading.module().orElseThrow(() -> new UnreadableInput(reading.problems().getFirst().message()));
    }

    private static ModuleReading read(Path path) throws UnreadableInput {
        if (Files.isDirectory(path)) {
            throw new UnreadableInput(path + " is a folder; name the .ko in it");
        }
        return LivepatchModule.read(path);
    }

    private void write(List<Verified> verified, TargetKernel kernel) {
        PrintWriter out = spec.commandLine().getOut();
        ReportOptions options = new ReportOptions(Version.current(), colour.isOn(), Path.of(""));
        switch (format) {
            case TEXT -> verified.stream().filter(one -> one.module().isPresent())
                    .forEach(one -> new VerdictText(one, kernel, options).write(out));
            case JSON -> {
                JsonArray items = new JsonArray();
                verified.forEach(one -> items.add(VerdictJson.of(one, kernel, options)));
                JsonObject json = new JsonObject();
                json.addProperty("schemaVersion", 1);
                json.add("modules", items);
                out.println(Json.text(json));
            }
        }
    }
}

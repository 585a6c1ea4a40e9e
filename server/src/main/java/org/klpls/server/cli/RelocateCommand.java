package org.klpls.server.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.loader.PlacedModule;
import org.klpls.core.loader.RelocateModule;
import org.klpls.core.loader.RelocatedModule;
import org.klpls.core.module.LivepatchModule;
import org.klpls.core.module.ModuleReading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code klpls relocate}: a module's memory after relocation, at addresses that are given. */
@Command(name = "relocate", mixinStandardHelpOptions = true, sortOptions = false, description = {
        "Writes each section of a module as the kernel's loader would have it in memory at these addresses: relocations "
                + "and klp relocations applied, and nothing that comes after them (alternatives, ftrace, static calls ...)."}, footer = {
                        "",
                        "Exit status: 0 written, 1 written and the kernel would complain, 2 wrong use or an input that "
                                + "cannot be read.",
                        "", "Examples:",
                        "  klpls relocate my-fix.ko --kernel /boot/vmlinuz-6.1.0-56-amd64 --layout layout.json --out memory",
                        "  klpls relocate my-fix.ko --kernel 6.1.0-56-amd64 --at .text=0xffffffffc0201000 --out memory"})
final class RelocateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--kernel", paramLabel = "KERNEL", description = "The kernel that loads it, as for `klpls check "
            + "--kernel`. Default: an index file (.klpidx) beside the module.")
    private List<String> kernels = List.of();

    @Option(names = "--at", paramLabel = "[MODULE:]SECTION=ADDRESS", description = "Where a section lies, as in "
            + "/sys/module/NAME/sections; of a loaded module with its name before it. Repeatable.")
    private List<String> places = List.of();

    @Option(names = "--layout", paramLabel = "FILE.json", description = "The same as a file: {\"sections\": {\".text\": "
            + "\"0x...\"}, \"loaded\": {\"MODULE\": {\".text\": \"0x...\"}}}.")
    private Optional<Path> layout = Optional.empty();

    @Option(names = "--loaded", paramLabel = "KO", description = "A module that is loaded before, whose symbols are "
            + "used. Repeatable.")
    private List<Path> loaded = List.of();

    @Option(names = "--unloaded", paramLabel = "KO", description = "A module that was loaded and has gone again: the "
            + "livepatch relocations for it are applied, and cleared where this kernel does that (6.3 and later). Repeatable.")
    private List<Path> unloaded = List.of();

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "The folder to write SECTION.bin to.")
    private Path out = Path.of("");

    @Parameters(paramLabel = "MODULE", description = "A built module (.ko).")
    private Path path = Path.of("");

    @Override
    public Integer call() throws UnreadableInput {
        TargetKernel kernel = KernelOption.choose(kernels, List.of(), List.of(path)).kernel()
                .orElseThrow(() -> new UnreadableInput("relocations are to addresses of a kernel: give --kernel"));
        SectionPlaces given = SectionPlaces.of(layout, places);
        LivepatchModule module = readable(path);
        if (given.own().isEmpty()) {
            throw new UnreadableInput("no section has an address: give --at or --layout");
        }
        RelocatedModule relocated = RelocateModule.run(new PlacedModule(module, given.own()), kernel,
                placed(loaded, given), placed(unloaded, given));
        write(relocated);
        return relocated.messages().isEmpty() ? ExitStatus.CLEAN : ExitStatus.FINDINGS;
    }

    private static List<PlacedModule> placed(List<Path> modules, SectionPlaces given) throws UnreadableInput {
        List<PlacedModule> placed = new ArrayList<>();
        for (Path one : modules) {
            LivepatchModule module = readable(one);
            placed.add(new PlacedModule(module, given.of(module.name())));
        }
        return placed;
    }

    private void write(RelocatedModule relocated) throws UnreadableInput {
        JsonArray sections = new JsonArray();
        try {
            Files.createDirectories(out);
            for (RelocatedModule.Section section : relocated.sections()) {
                Path file = out.resolve(section.name().replace('/', '_') + ".bin");
                Files.write(file, section.bytes());
                sections.add(json(section, file));
            }
        } catch (IOException e) {
            throw new UnreadableInput("cannot write to " + out + ": " + e.getMessage());
        }
        JsonArray messages = new JsonArray();
        relocated.messages().forEach(messages::add);
        JsonObject json = new JsonObject();
        json.addProperty("schemaVersion", 1);
        json.add("sections", sections);
        json.add("messages", messages);
        spec.commandLine().getOut().println(Json.text(json));
    }

    private static JsonObject json(RelocatedModule.Section section, Path file) {
        JsonObject json = new JsonObject();
        json.addProperty("name", section.name());
        json.addProperty("address", "0x" + String.format("%016x", section.address()));
        json.addProperty("size", section.bytes().length);
        json.addProperty("file", file.toString());
        json.addProperty("relocations", section.relocations());
        return json;
    }

    private static LivepatchModule readable(Path path) throws UnreadableInput {
        if (Files.isDirectory(path)) {
            throw new UnreadableInput(path + " is a folder; name the .ko in it");
        }
        ModuleReading reading = LivepatchModule.read(path);
        return reading.module().orElseThrow(() -> new UnreadableInput(reading.problems().getFirst().message()));
    }
}

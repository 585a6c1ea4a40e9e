package org.klpls.core.dwarf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compiles and links the C of {@code src/test/resources/dwarf} in all the ways that debug info comes in. */
final class DebugInfoBuild {
    private static final List<String> SOURCES = List.of("queue.h", "producer.c", "consumer.c", "ring.ll");

    private final Path folder;
    private final Map<String, Path> files = new LinkedHashMap<>();

    private DebugInfoBuild(Path folder) {
        this.folder = folder;
    }

    /** By what is special about them: the files, in a folder that is there and empty. */
    static Map<String, Path> in(Path folder) throws IOException, InterruptedException {
        DebugInfoBuild build = new DebugInfoBuild(folder);
        for (String source : SOURCES) {
            try (InputStream in = DebugInfoBuild.class.getResourceAsStream("/dwarf/" + source)) {
                Files.copy(in, folder.resolve(source));
            }
        }
        for (String version : List.of("4", "5")) {
            build.version("DWARF " + version, "-gdwarf-" + version);
        }
        build.fromLlvm();
        return build.files;
    }

    private void version(String name, String flag) throws IOException, InterruptedException {
        Path producer = object(name, "producer.c", flag);
        Path consumer = object(name + ", cold and init sections", "consumer.c", flag);
        object(name + ", not optimised", "producer.c", flag, "-O0");
        object(name + ", zlib", "producer.c", flag, "-gz=zlib");
        if (flag.equals("-gdwarf-5")) {
            // In DWARF 4 a range that begins and ends at 0 ends its list: llvm-dwarfdump takes it so before it relocates.
            object(name + ", a section a function", "producer.c", flag, "-ffunction-sections");
        }
        object(name + ", types in units of their own", "consumer.c", flag, "-fdebug-types-section");
        object(name + ", 64-bit", "producer.c", flag, "-gdwarf64");
        Path whole = copy(name + ", zstd", producer, "--compress-debug-sections=zstd");
        copy(name + ", .zdebug", whole, "--compress-debug-sections=zlib-gnu");
        Path relocatable = file(name + ", two units, relocatable");
        run("ld", "-r", "-o", relocatable.toString(), producer.toString(), consumer.toString());
        Path linked = linked(name + ", linked", flag);
        linked(name + ", linked, zlib", flag, "-gz=zlib");
        linked(name + ", linked, as one unit", flag, "-flto", "-fno-fat-lto-objects");
        linked(name + ", linked, relocations kept", flag, "-Wl,--emit-relocs");
        linked(name + ", linked, unused functions thrown away", flag, "-ffunction-sections", "-Wl,--gc-sections");
        Path partial = file(name + ", linked, partial units");
        run("dwz", "-l", "0", "-L", "none", "-o", partial.toString(), linked.toString());
    }

    /** As clang writes DWARF 5: strings, addresses and ranges by index. */
    private void fromLlvm() throws IOException, InterruptedException {
        Path object = file("DWARF 5 of LLVM");
        run("llc", "-O2", "-filetype=obj", "-o", object.toString(), "ring.ll");
    }

    private Path file(String name) {
        Path file = folder.resolve(files.size() + ".elf");
        files.put(name, file);
        return file;
    }

    private Path object(String name, String source, String... flags) throws IOException, InterruptedException {
        Path file = file(name);
        List<String> command = new ArrayList<>(List.of("gcc", "-O2", "-ffreestanding", "-c", source, "-o",
                file.toString()));
        command.addAll(List.of(flags));
        run(command.toArray(String[]::new));
        return file;
    }

    private Path copy(String name, Path object, String flag) throws IOException, InterruptedException {
        Path file = file(name);
        run("objcopy", flag, object.toString(), file.toString());
        return file;
    }

    private Path linked(String name, String... flags) throws IOException, InterruptedException {
        Path file = file(name);
        List<String> command = new ArrayList<>(List.of("gcc", "-O2", "-ffreestanding", "-fno-pic", "-no-pie", "-static",
                "-nostdlib", "-Wl,-e,consumer_run", "-Wl,-u,producer_fill", "producer.c", "consumer.c", "-o",
                file.toString()));
        command.addAll(List.of(flags));
        run(command.toArray(String[]::new));
        return file;
    }

    private void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said);
        }
    }
}

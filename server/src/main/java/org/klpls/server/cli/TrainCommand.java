package org.klpls.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.klpls.core.kernel.KernelReader;
import org.klpls.core.kernel.index.KernelCache;
import org.klpls.server.lsp.Rehearsal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Goes through what the commands and the server do with the examples, and prints nothing: the launcher calls it while the JVM
 * records which classes its cache should hold.
 */
@Command(name = "train", hidden = true, description = "Runs what the launcher's class cache should hold.")
final class TrainCommand implements Callable<Integer> {
    private static final Path BOOT = Path.of("/boot");

    @Parameters(paramLabel = "EXAMPLES", arity = "0..1", description = "Folder of example livepatches, each in its folder.")
    private Path examples = Path.of("docs/examples");

    @Override
    public Integer call() throws IOException, InterruptedException {
        quietly("--help");
        quietly("rules", "--format", "json");
        readKernel();
        for (Path folder : folders()) {
            quietly("check", "--color", "always", folder.toString());
            quietly("check", "--format", "json", folder.toString());
            for (Path module : matching(folder, "*.ko")) {
                quietly("verify", module.toString());
            }
            for (Path source : matching(folder, "*.c")) {
                quietly("preprocess", source.toString());
                quietly("parse", source.toString());
                quietly("parse", "--format", "json", source.toString());
                Rehearsal.run(source.toAbsolutePath());
            }
        }
        return ExitStatus.CLEAN;
    }

    /** A kernel of this machine, where it has one that this user may read; past the cache, so that it is read indeed. */
    private static void readKernel() throws IOException {
        List<Path> images = Files.isDirectory(BOOT) ? matching(BOOT, "vmlinuz-*") : List.of();
        Path cache = Files.createTempDirectory("klpls-train");
        images.stream().filter(Files::isRegularFile).filter(Files::isReadable).findFirst()
                .ifPresent(image -> KernelReader.read(List.of(image.toString()), new KernelCache(cache)));
        for (Path kept : matching(cache, "*")) {
            Files.delete(kept);
        }
        Files.delete(cache);
    }

    private List<Path> folders() throws IOException {
        return Files.isDirectory(examples)
                ? matching(examples, "*").stream().filter(Files::isDirectory).toList()
                : List.of();
    }

    private static List<Path> matching(Path folder, String glob) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, glob)) {
            files.forEach(found::add);
        }
        return found.stream().filter(file -> !file.toString().endsWith(".mod.c")).sorted().toList();
    }

    private static void quietly(String... arguments) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Main.execute(nowhere, nowhere, arguments);
    }
}

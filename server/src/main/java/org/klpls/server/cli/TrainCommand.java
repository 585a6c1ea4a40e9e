package org.klpls.server.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Goes through what the commands do, so that the JVM's ahead-of-time cache holds it. Called by the launcher. */
@Command(name = "train", hidden = true, description = "Runs what the launcher's class cache should hold.")
final class TrainCommand implements Callable<Integer> {
    @Parameters(paramLabel = "EXAMPLES", description = "Folder with example livepatches.")
    private List<Path> examples = List.of();

    @Override
    public Integer call() {
        return ExitStatus.CLEAN;
    }
}

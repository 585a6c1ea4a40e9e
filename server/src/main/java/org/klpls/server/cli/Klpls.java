package org.klpls.server.cli;

import org.klpls.server.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code klpls} itself: says what commands there are. */
@Command(name = "klpls", mixinStandardHelpOptions = true, versionProvider = Klpls.VersionText.class, description = "Checks Linux kernel livepatches: C source, built module and target kernel together.", synopsisSubcommandLabel = "COMMAND", subcommands = {
        CheckCommand.class, VerifyCommand.class, RelocateCommand.class, KernelCommand.class, ParseCommand.class,
        PreprocessCommand.class,
        ExplainCommand.class, RulesCommand.class,
        LspCommand.class,
        CompletionCommand.class, TrainCommand.class})
final class Klpls implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** What {@code --version} prints. */
    static final class VersionText implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[]{"klpls " + Version.current()};
        }
    }
}

package org.klpls.server.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.klpls.server.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code klpls} itself: says what commands there are. */
@Command(name = "klpls", mixinStandardHelpOptions = true, versionProvider = Klpls.VersionText.class, description = "Checks Linux kernel livepatches: C source, built module and target kernel together.", synopsisSubcommandLabel = "COMMAND")
final class Klpls implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** All commands by their names, in the order in which help lists them. */
    private static Map<String, Supplier<Object>> commands() {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("check", CheckCommand::new);
        commands.put("verify", VerifyCommand::new);
        commands.put("relocate", RelocateCommand::new);
        commands.put("kernel", KernelCommand::new);
        commands.put("parse", ParseCommand::new);
        commands.put("preprocess", PreprocessCommand::new);
        commands.put("explain", ExplainCommand::new);
        commands.put("rules", RulesCommand::new);
        commands.put("lsp", LspCommand::new);
        commands.put("completion", CompletionCommand::new);
        commands.put("train", TrainCommand::new);
        return commands;
    }

    /**
     * A command line for these arguments. What a command looks like is read from its annotations, which takes a tenth of a second
     * for all of them: so where the first argument names a command that asks nothing of the others, it is the only one.
     */
    static CommandLine commandLine(String... arguments) {
        CommandLine line = new CommandLine(new Klpls());
        Map<String, Supplier<Object>> commands = commands();
        String first = arguments.length == 0 ? "" : arguments[0];
        if (commands.containsKey(first) && !first.equals("completion")) {
            commands.keySet().retainAll(java.util.Set.of(first));
        }
        if (!first.equals("--version")) {
            commands.forEach((name, command) -> line.addSubcommand(name, command.get()));
        }
        return line;
    }

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

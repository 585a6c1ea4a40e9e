package org.klpls.server.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code klpls kernel …}: what klpls knows of a kernel. */
@Command(name = "kernel", mixinStandardHelpOptions = true, description = "Tells what is known of a kernel.", synopsisSubcommandLabel = "COMMAND", subcommands = {
        KernelInfoCommand.class, KernelSymbolsCommand.class, KernelFunctionCommand.class,
        KernelTypeCommand.class, KernelModulesCommand.class, KernelIndexCommand.class}, footer = {"", "Examples:",
                "  klpls kernel info /boot/vmlinuz-6.1.0-56-amd64",
                "  klpls kernel function 6.1.0-56-amd64 show"})
final class KernelCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing: info, symbols, function, type, modules or index");
    }
}

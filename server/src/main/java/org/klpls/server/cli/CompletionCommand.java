package org.klpls.server.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code klpls completion SHELL}: a script that completes commands and options. */
@Command(name = "completion", mixinStandardHelpOptions = true, description = "Prints a script that completes klpls commands and options in a shell.", footer = {
        "", "Examples:", "  source <(klpls completion bash)", "  klpls completion zsh >~/.klpls-completion"})
final class CompletionCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "SHELL", description = "One of: ${COMPLETION-CANDIDATES}")
    private Shell shell = Shell.BASH;

    /** A shell that we have a script for. */
    enum Shell {
        BASH, ZSH
    }

    @Override
    public Integer call() {
        String script = AutoComplete.bash("klpls", spec.root().commandLine());
        spec.commandLine().getOut().print(switch (shell) {
            case BASH -> script;
            // zsh runs the same script once it knows bash's `complete`.
            case ZSH -> "autoload -Uz compinit bashcompinit && compinit && bashcompinit\n" + script;
        });
        return ExitStatus.CLEAN;
    }
}

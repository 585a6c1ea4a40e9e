package org.klpls.server.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.util.concurrent.Callable;
import org.klpls.server.lsp.StdioServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code klpls lsp}: the language server. */
@Command(name = "lsp", mixinStandardHelpOptions = true, description = "Speaks the Language Server Protocol on standard input and output. Editors start it.", footer = {
        "", "Examples:", "  klpls lsp", "  klpls lsp --stdio"})
final class LspCommand implements Callable<Integer> {
    @Option(names = "--stdio", description = "Standard input and output: what it does in any case. Editors pass it.")
    @SuppressWarnings("UnusedVariable") // accepted, as editors pass it, and of no effect
    private boolean stdio;

    @Override
    public Integer call() {
        // Not System.in and out: those are for everybody, these are the protocol's alone.
        InputStream in = new FileInputStream(FileDescriptor.in);
        return StdioServer.run(in, new FileOutputStream(FileDescriptor.out));
    }
}

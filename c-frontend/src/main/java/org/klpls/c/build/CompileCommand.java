package org.klpls.c.build;

import java.nio.file.Path;
import java.util.List;

/**
 * How one file is compiled: gcc's own arguments, with the folder that they are relative to.
 *
 * @param directory the compiler's working folder (for kernel modules: the kernel build folder)
 * @param arguments gcc's flags without the compiler's name, the file, {@code -c}, {@code -o} and dependency output
 * @param compiler the compiler as it was called, e.g. {@code gcc-12}
 * @param origin where these flags were found, in words for the user
 */
public record CompileCommand(Path directory, String compiler, List<String> arguments, String origin) {
    public CompileCommand {
        arguments = List.copyOf(arguments);
    }
}

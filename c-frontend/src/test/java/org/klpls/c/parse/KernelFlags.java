package org.klpls.c.parse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.klpls.c.build.CompileCommand;
import org.klpls.c.testing.RealThings;

/** gcc's flags for a file of the kernel, as the kernel's own make gives them. Needs headers. */
final class KernelFlags {
    private static final Pattern COMMAND = Pattern.compile("(gcc\\S*) +-E (.*?) -o \\S+one\\.i ");

    private KernelFlags() {}

    /** For a module outside of the tree. */
    static CompileCommand ofModule(Path folder) throws IOException {
        Files.writeString(folder.resolve("Kbuild"), "obj-m += one.o\n");
        Files.writeString(folder.resolve("one.c"), "\n");
        String plan = output(folder,
                List.of("make", "-n", "-C", RealThings.headers().toString(), "M=" + folder, "one.i"));
        Matcher command = COMMAND.matcher(plan);
        if (!command.find()) {
            throw new IllegalStateException("make does not say how it preprocesses: " + plan);
        }
        String words = output(folder, List.of("bash", "-c", "printf '%s\\n' " + command.group(2)));
        String compiler = command.group(1);
        List<String> arguments = new ArrayList<>(words.lines().toList());
        arguments.removeIf(it -> it.startsWith("-Wp,"));
        return new CompileCommand(RealThings.headers(), compiler, arguments, "make");
    }

    /** For what is built into the kernel. */
    static CompileCommand builtIn(CompileCommand module) {
        List<String> arguments = new ArrayList<>(module.arguments());
        arguments.remove("-DMODULE");
        arguments.add("-DKBUILD_MODFILE=\"one\"");
        return new CompileCommand(module.directory(), module.compiler(), arguments, module.origin());
    }

    private static String output(Path folder, List<String> command) {
        try {
            Process process = new ProcessBuilder(command).directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            String output = new String(process.getInputStream().readAllBytes(),
                    java.nio.charset.StandardCharsets.UTF_8);
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

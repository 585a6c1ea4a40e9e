package org.klpls.c.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.klpls.c.text.Problem;

/**
 * Finds out how a file is compiled. In this order: the {@code .NAME.o.cmd} that Kbuild left beside it; the
 * {@code compile_commands.json} in its folder or above; the flags that Kbuild would use with a kernel build folder. Nothing of what is found
 * is ever run.
 */
public final class CompileCommands {
    /**
     * @param command empty if nothing says how the file is compiled
     * @param problems what was wrong or missing on the way, in words for the user
     */
    public record Found(Optional<CompileCommand> command, List<Problem> problems) {
        public Found {
            problems = List.copyOf(problems);
        }
    }

    private final Path modules;

    /** Looks for kernels in {@code /lib/modules}. */
    public CompileCommands() {
        this(Path.of("/lib/modules"));
    }

    /** @param modules a folder like {@code /lib/modules}: {@code RELEASE/build} leads to a kernel build folder */
    public CompileCommands(Path modules) {
        this.modules = modules;
    }

    /** @param kernel the kernel build folder that the user chose; else one is looked for */
    public Found find(Path source, Optional<Path> kernel) {
        return find(source, kernel, Optional.empty());
    }

    /**
     * @param kernel the kernel build folder that the user chose; else one is looked for
     * @param release of the kernel that the source is for, as {@code uname -r} tells it: its installed headers are taken where
     *            nothing beside the source tells others
     */
    public Found find(Path source, Optional<Path> kernel, Optional<String> release) {
        Path file = source.toAbsolutePath().normalize();
        List<Problem> problems = new ArrayList<>();
        Optional<KernelFolder> chosen = kernel.flatMap(KernelFolder::of);
        if (kernel.isPresent() && chosen.isEmpty()) {
            problems.add(problem(
                    "'" + kernel.get() + "' is no kernel build folder: it has no include/generated/autoconf.h"));
        }
        Optional<CompileCommand> command = fromCmdFile(file, chosen, release);
        if (command.isEmpty()) {
            command = CompilationDatabase.above(file, problems);
        }
        if (command.isEmpty()) {
            command = chosen.or(() -> installed(file, release))
                    .map(k -> KernelFlags.forModule(k, file, ModulePart.of(file)));
        }
        if (command.isEmpty()) {
            problems.add(problem("no compile flags for '" + file.getFileName()
                    + "': build the module once, or install the kernel's headers, or name a kernel build folder"));
        }
        return new Found(command, problems);
    }

    /**
     * Flags from a file that the user names: a {@code .cmd} of Kbuild, a compile_commands.json, or flags alone, separated
     * by white space and quoted as for a shell.
     */
    public Found fromFile(Path flags, Path source) {
        Path file = source.toAbsolutePath().normalize();
        List<Problem> problems = new ArrayList<>();
        String text = KernelFolder.text(flags);
        if (text.isBlank()) {
            return new Found(Optional.empty(), List.of(problem("'" + flags + "' cannot be read, or is empty")));
        }
        Path folder = Optional.ofNullable(file.getParent()).orElse(file);
        String name = String.valueOf(flags.getFileName());
        Optional<CompileCommand> command;
        if (name.endsWith(".json")) {
            command = CompilationDatabase.in(flags, file, problems);
        } else {
            Optional<CmdFile> cmd = CmdFile.parse(text);
            command = cmd.isPresent()
                    ? cmd.flatMap(c -> command(c, file, Optional.empty(), Optional.empty(), flags.toString()))
                    : Optional.of(new CompileCommand(folder, "gcc",
                            GccArguments.kept(ShellWords.ofFirstCommand(text)), flags.toString()));
        }
        if (command.isEmpty() && problems.isEmpty()) {
            problems.add(problem("'" + flags + "' does not say how '" + file.getFileName() + "' is compiled"));
        }
        return new Found(command, problems);
    }

    private static Problem problem(String message) {
        return new Problem(Problem.Severity.WARNING, message, Optional.empty(), List.of());
    }

    private Optional<CompileCommand> fromCmdFile(Path file, Optional<KernelFolder> chosen,
            Optional<String> release) {
        Path cmd = file.resolveSibling("." + KernelFlags.name(file) + ".o.cmd");
        return CmdFile.read(cmd).flatMap(c -> command(c, file, chosen, release, cmd.toString()));
    }

    private Optional<CompileCommand> command(CmdFile cmd, Path file, Optional<KernelFolder> chosen,
            Optional<String> release, String origin) {
        Optional<CompileCommand> command = GccArguments.of(cmd.words(), file, origin);
        return command
                .map(c -> new CompileCommand(directory(cmd, c, file, chosen, release), c.compiler(), c.arguments(),
                        origin));
    }

    /** The folder that make ran gcc in: the kernel build folder, which a .cmd does not name. */
    private Path directory(CmdFile cmd, CompileCommand command, Path file, Optional<KernelFolder> chosen,
            Optional<String> release) {
        Path target = Path.of(cmd.target());
        if (!target.isAbsolute() && file.resolveSibling(String.valueOf(target.getFileName())).endsWith(target)) {
            Path root = file;
            for (int i = 0; i < target.getNameCount(); i++) {
                root = Optional.ofNullable(root.getParent()).orElse(root);
            }
            return root;
        }
        Optional<KernelFolder> split = chosen.isPresent() ? Optional.empty() : splitHeaders(command);
        return chosen.or(() -> split).or(() -> installed(file, release)).map(KernelFolder::build)
                .orElse(Optional.ofNullable(file.getParent()).orElse(file));
    }

    /** Debian: {@code -I/usr/src/linux-headers-VERSION-common/include}; the build folder stands beside, and includes that one. */
    private static Optional<KernelFolder> splitHeaders(CompileCommand command) {
        return command.arguments().stream().filter(a -> a.startsWith("-I/") && a.endsWith("/include"))
                .map(a -> Path.of(a.substring(2))).map(p -> Optional.ofNullable(p.getParent()))
                .flatMap(Optional::stream)
                .flatMap(source -> beside(source).filter(k -> k.source().equals(source))).findFirst();
    }

    private static Stream<KernelFolder> beside(Path source) {
        return Optional.ofNullable(source.getParent()).map(CompileCommands::folders).orElse(List.of()).stream()
                .map(KernelFolder::of).flatMap(Optional::stream);
    }

    /** The kernel that the module beside the file was built for, else that of the release, else the installed one of the highest. */
    private Optional<KernelFolder> installed(Path file, Optional<String> release) {
        return Vermagic.besideSource(file).flatMap(this::ofRelease).or(() -> release.flatMap(this::ofRelease))
                .or(() -> folders(modules).stream().sorted(Comparator.reverseOrder())
                        .map(folder -> KernelFolder.of(folder.resolve("build"))).flatMap(Optional::stream).findFirst());
    }

    private Optional<KernelFolder> ofRelease(String release) {
        return release.contains("/")
                ? Optional.empty()
                : KernelFolder.of(modules.resolve(release).resolve("build"));
    }

    private static List<Path> folders(Path parent) {
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}

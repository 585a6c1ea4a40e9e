package org.klpls.core.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.klpls.c.build.CompileCommand;
import org.klpls.c.text.SourceBytes;
import org.klpls.c.text.SourceText;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.rule.Skipped;
import org.klpls.core.source.PatchedFuncs;

/**
 * What a user named to be checked, found and read: a livepatch {@code .c}, a {@code .ko}, or a folder with both.
 *
 * @param problems names that are neither, and files that cannot be read
 */
public record Inputs(List<SourceText> sources, List<Path> modules, List<InputProblem> problems) {
    /** Far above any livepatch; a larger file is not C that a person wrote. */
    private static final long MAX_SOURCE_BYTES = 64L << 20;
    private static final int MOST_FOLDERS = 200;

    public Inputs {
        sources = List.copyOf(sources);
        modules = List.copyOf(modules);
        problems = List.copyOf(problems);
    }

    public static Inputs of(List<Path> paths) {
        Collector found = new Collector();
        paths.forEach(found::add);
        return new Inputs(List.copyOf(found.sources.values()), List.copyOf(found.modules.values()), found.problems);
    }

    public CheckRequest request(Optional<TargetKernel> kernel, Optional<CompileCommand> flags, List<Skipped> notes) {
        return new CheckRequest(sources, modules, kernel, flags, notes);
    }

    private static final class Collector {
        private final Map<Path, SourceText> sources = new LinkedHashMap<>();
        private final Map<Path, Path> modules = new LinkedHashMap<>();
        private final List<InputProblem> problems = new ArrayList<>();

        void add(Path named) {
            Path path = named.toAbsolutePath().normalize();
            String name = named.toString();
            if (Files.isDirectory(path)) {
                addFolder(path);
            } else if (!Files.exists(path)) {
                problems.add(new InputProblem(path, "no such file or folder"));
            } else if (name.endsWith(".c") || PatchedFuncs.isOne(path)) {
                addSource(path);
            } else if (isModule(name)) {
                modules.put(path, path);
            } else {
                problems.add(
                        new InputProblem(path, "neither a C source (.c), nor a module (.ko), nor a folder with them"));
            }
        }

        private void addFolder(Path folder) {
            List<Path> files;
            try (Stream<Path> all = Files.list(folder)) {
                files = all.filter(Files::isRegularFile).sorted().toList();
            } catch (IOException e) {
                problems.add(new InputProblem(folder, "cannot be read: " + reason(e)));
                return;
            }
            int before = sources.size() + modules.size() + problems.size();
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (name.endsWith(".c") && !name.endsWith(".mod.c") || PatchedFuncs.isOne(file)) {
                    addSource(file);
                } else if (isModule(name)) {
                    modules.put(file, file);
                }
            }
            if (sources.size() + modules.size() + problems.size() > before) {
                BuiltModules.below(folder).forEach(this::addSource);
            }
            if (sources.size() + modules.size() + problems.size() == before) {
                addFoldersIn(folder);
            }
            if (sources.size() + modules.size() + problems.size() == before) {
                problems.add(new InputProblem(folder, "the folder holds neither a C source (.c) nor a module (.ko)"));
            }
        }

        /** A folder of nothing but folders: each that holds a livepatch counts, as if it were named. */
        private void addFoldersIn(Path folder) {
            try (Stream<Path> all = Files.list(folder)) {
                List<Path> folders = all.filter(Files::isDirectory).filter(Collector::holdsLivepatch).sorted().toList();
                if (folders.size() > MOST_FOLDERS) {
                    problems.add(new InputProblem(folder, "the folder holds " + folders.size()
                            + " folders with livepatches: name those that are to be checked"));
                } else {
                    folders.forEach(this::addFolder);
                }
            } catch (IOException e) {
                problems.add(new InputProblem(folder, "cannot be read: " + reason(e)));
            }
        }

        /** Some folder among many: a source tree has thousands of sources that are none. */
        private static boolean holdsLivepatch(Path folder) {
            try (Stream<Path> all = Files.list(folder)) {
                return all.filter(Files::isRegularFile).anyMatch(file -> isModule(file.toString())
                        || PatchedFuncs.isOne(file) || file.toString().endsWith(".c") && mentionsLivepatch(file));
            } catch (IOException _) {
                // Not named by the user: what is not ours to read is not ours to check.
                return false;
            }
        }

        private static boolean mentionsLivepatch(Path source) {
            try {
                return Files.size(source) <= MAX_SOURCE_BYTES
                        && SourceBytes.decode(Files.readAllBytes(source)).contains("klp_");
            } catch (IOException _) {
                return false;
            }
        }

        private void addSource(Path path) {
            try {
                long size = Files.size(path);
                if (size > MAX_SOURCE_BYTES) {
                    problems.add(new InputProblem(path, "is no C source: it has " + size + " bytes"));
                    return;
                }
                String text = SourceBytes.decode(Files.readAllBytes(path));
                if (SourceBytes.areText(text)) {
                    sources.put(path, SourceText.of(path, text));
                } else {
                    problems.add(new InputProblem(path, "is no C source: it is no text in UTF-8 or Latin-1"));
                }
            } catch (IOException e) {
                problems.add(new InputProblem(path, "cannot be read: " + reason(e)));
            }
        }

        private static boolean isModule(String name) {
            return Stream.of(".ko", ".ko.xz", ".ko.zst", ".ko.gz").anyMatch(name::endsWith);
        }

        private static String reason(IOException e) {
            return switch (e) {
                case java.nio.file.AccessDeniedException _ -> "permission denied";
                case java.nio.file.NoSuchFileException _ -> "no such file";
                default -> String.valueOf(e.getMessage());
            };
        }
    }
}

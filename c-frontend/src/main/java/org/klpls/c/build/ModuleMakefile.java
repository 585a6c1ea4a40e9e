package org.klpls.c.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a module's Kbuild or Makefile says of flags and of the files of a module, read without running make: plain assignments only.
 *
 * @param folder that the file is in; where the Kbuild file of one above names the source, that one
 * @param object the source's path in the folder, without suffix
 * @param text with continued lines joined
 */
record ModuleMakefile(Path folder, String object, String text) {
    /** A Kbuild file names sources in folders so far below. */
    private static final int LEVELS = 3;
    private static final Pattern PARTS = Pattern
            .compile("(?m)^\\s*([A-Za-z0-9_-]+)-(?:objs|y|\\$\\(CONFIG_\\w+\\))\\s*[:+?]{0,2}=\\s*([^#\\n]*)");
    private static final Pattern FLAGS = Pattern
            .compile(
                    "(?m)^\\s*(ccflags-y|ccflags-m|subdir-ccflags-y|EXTRA_CFLAGS|CFLAGS_(?!REMOVE_)([A-Za-z0-9_/-]+)\\.o)\\s*[:+?]{0,2}=\\s*(.*)$");

    static ModuleMakefile beside(Path file) {
        Path source = file.toAbsolutePath().normalize();
        Path folder = source.getParent();
        if (folder == null) {
            return new ModuleMakefile(Path.of("/"), KernelFlags.name(file), "");
        }
        Path above = folder;
        for (int level = 0; level <= LEVELS && above != null; level++) {
            String object = above.relativize(source.resolveSibling(KernelFlags.name(source))).toString();
            ModuleMakefile makefile = new ModuleMakefile(above, object, textIn(above));
            if (makefile.names()) {
                return makefile;
            }
            above = above.getParent();
        }
        return new ModuleMakefile(folder, KernelFlags.name(file), textIn(folder));
    }

    private static String textIn(Path folder) {
        String kbuild = KernelFolder.text(folder.resolve("Kbuild"));
        String text = kbuild.isEmpty() ? KernelFolder.text(folder.resolve("Makefile")) : kbuild;
        return text.replaceAll("\\\\\\r?\\n", " ");
    }

    private boolean names() {
        return List.of(text.split("[\\s:=]+")).contains(object + ".o");
    }

    /** The module that the object is part of: itself, unless {@code MODULE-objs} or {@code MODULE-y} names it. */
    String module() {
        Matcher matcher = PARTS.matcher(text);
        while (matcher.find()) {
            String module = matcher.group(1);
            boolean variable = module.equals("obj") || module.equals("ccflags") || module.equals("lib");
            if (!variable && parts(matcher.group(2)).contains(object + ".o")) {
                return module;
            }
        }
        return KernelFlags.name(Path.of(object));
    }

    /** The words of a value; {@code $(OBJS)} is what the file assigns to OBJS. */
    private List<String> parts(String value) {
        Matcher variable = Pattern.compile("\\$[({](\\w+)[)}]").matcher(value);
        String expanded = variable.replaceAll(use -> Matcher.quoteReplacement(Pattern
                .compile("(?m)^\\s*" + use.group(1) + "\\s*[:+?]{0,2}=\\s*([^#\\n]*)").matcher(text).results()
                .map(assigned -> assigned.group(1)).collect(Collectors.joining(" "))));
        return List.of(expanded.strip().split("\\s+"));
    }

    /** Flags for the source; words that hold a variable of make that is not known here are left out. */
    List<String> flags() {
        List<String> flags = new ArrayList<>();
        Matcher matcher = FLAGS.matcher(text);
        while (matcher.find()) {
            String only = matcher.group(2);
            if (only == null || only.equals(object)) {
                String value = matcher.group(3).replaceAll("#.*", "")
                        .replaceAll("\\$[({](src|obj|M|PWD|CURDIR|srctree/\\$\\(src\\))[)}]",
                                Matcher.quoteReplacement(folder.toString()));
                ShellWords.ofFirstCommand(value).stream().filter(w -> !w.contains("$")).forEach(flags::add);
            }
        }
        return GccArguments.kept(flags);
    }
}

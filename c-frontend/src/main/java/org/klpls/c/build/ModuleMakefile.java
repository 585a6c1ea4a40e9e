package org.klpls.c.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a module's Kbuild or Makefile says of flags and of the files of a module, read without running make: plain assignments only.
 *
 * @param folder of the module
 * @param text with continued lines joined
 */
record ModuleMakefile(Path folder, String text) {
    private static final Pattern PARTS = Pattern
            .compile("(?m)^\\s*([A-Za-z0-9_-]+)-(?:objs|y|\\$\\(CONFIG_\\w+\\))\\s*[:+]?=\\s*(.*)$");
    private static final Pattern FLAGS = Pattern
            .compile("(?m)^\\s*(ccflags-y|ccflags-m|EXTRA_CFLAGS|CFLAGS_([A-Za-z0-9_-]+)\\.o)\\s*[:+]?=\\s*(.*)$");

    static ModuleMakefile beside(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (folder == null) {
            return new ModuleMakefile(Path.of("/"), "");
        }
        String kbuild = KernelFolder.text(folder.resolve("Kbuild"));
        String text = kbuild.isEmpty() ? KernelFolder.text(folder.resolve("Makefile")) : kbuild;
        return new ModuleMakefile(folder, text.replaceAll("\\\\\\r?\\n", " "));
    }

    /** The module that an object is part of: itself, unless {@code MODULE-objs} or {@code MODULE-y} names it. */
    String moduleOf(String object) {
        Matcher matcher = PARTS.matcher(text);
        while (matcher.find()) {
            String module = matcher.group(1);
            boolean variable = module.equals("obj") || module.equals("ccflags") || module.equals("lib");
            if (!variable && List.of(matcher.group(2).strip().split("\\s+")).contains(object + ".o")) {
                return module;
            }
        }
        return object;
    }

    /** Flags for a file; words that hold a variable of make that is not known here are left out. */
    List<String> flags(Path file) {
        List<String> flags = new ArrayList<>();
        Matcher matcher = FLAGS.matcher(text);
        while (matcher.find()) {
            String object = matcher.group(2);
            if (object == null || object.equals(KernelFlags.name(file))) {
                String value = matcher.group(3).replaceAll("#.*", "")
                        .replaceAll("\\$[({](src|obj|M|PWD|CURDIR|srctree/\\$\\(src\\))[)}]",
                                Matcher.quoteReplacement(folder.toString()));
                ShellWords.ofFirstCommand(value).stream().filter(w -> !w.contains("$")).forEach(flags::add);
            }
        }
        return GccArguments.kept(flags);
    }
}

package org.klpls.core.source;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.klpls.c.build.CompileCommand;

/** The name that the kernel will know a module by. Source: scripts/Makefile.lib modname_flags, v6.1. */
final class ModuleNames {
    private static final Pattern FLAG = Pattern.compile("-DKBUILD_MODNAME=[\"'\\\\]*(?<name>[^\"'\\\\]+)[\"'\\\\]*");

    private ModuleNames() {}

    /** As the build says, else as kbuild makes it of the file's name. */
    static String of(Path source, CompileCommand command) {
        Optional<String> told = command.arguments().stream().map(FLAG::matcher).filter(Matcher::matches)
                .map(m -> m.group("name")).findFirst();
        return told.orElseGet(() -> ofFile(source));
    }

    private static String ofFile(Path source) {
        String name = source.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return (dot < 0 ? name : name.substring(0, dot)).replace('-', '_').replace(',', '_');
    }
}

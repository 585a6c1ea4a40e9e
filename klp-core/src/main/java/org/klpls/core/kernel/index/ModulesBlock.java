package org.klpls.core.kernel.index;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.kernel.KernelModule;
import org.klpls.core.kernel.KernelModules;
import org.klpls.core.model.ObjectName;

/**
 * {@link KernelModules} as lines of columns with tabs between: {@code folder}, {@code builtin} or {@code note} and its value, or
 * {@code module}, its name, file, size, time, build-id, version of struct module, and {@code key=value} each.
 */
final class ModulesBlock {
    private static final int FIRST_INFO = 7;

    private ModulesBlock() {}

    static ElfBytes write(KernelModules modules) {
        List<String> lines = new ArrayList<>();
        modules.folder().ifPresent(f -> lines.add("folder\t" + escaped(f.toString())));
        modules.builtIn().stream().sorted().forEach(name -> lines.add("builtin\t" + escaped(name)));
        modules.notes().forEach(note -> lines.add("note\t" + escaped(note)));
        modules.modules().forEach(module -> lines.add(line(module)));
        return ElfBytes.of(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private static String line(KernelModule module) {
        StringBuilder line = new StringBuilder("module\t").append(escaped(module.object().name())).append('\t')
                .append(escaped(module.file())).append('\t').append(module.size()).append('\t')
                .append(module.modified()).append('\t').append(module.buildId().orElse("")).append('\t')
                .append(module.structVersion().isPresent()
                        ? Integer.toString(module.structVersion().getAsInt())
                        : "");
        module.modinfo()
                .forEach(i -> line.append('\t').append(escaped(i.key())).append('=').append(escaped(i.value())));
        return line.toString();
    }

    static KernelModules read(ElfBytes block) {
        Optional<Path> folder = Optional.empty();
        List<KernelModule> modules = new ArrayList<>();
        Set<String> builtIn = new LinkedHashSet<>();
        List<String> notes = new ArrayList<>();
        for (String line : IdentityBlock.lines(block)) {
            String[] columns = line.split("\t", -1);
            String value = columns.length > 1 ? plain(columns[1]) : "";
            switch (columns[0]) {
                case "folder" -> folder = path(value);
                case "builtin" -> builtIn.add(value);
                case "note" -> notes.add(value);
                case "module" -> module(columns).ifPresent(modules::add);
                default -> {
                    // What a later version adds, or damage.
                }
            }
        }
        return KernelModules.of(folder, modules, builtIn, notes);
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private static Optional<KernelModule> module(String[] columns) {
        if (columns.length < FIRST_INFO) {
            return Optional.empty();
        }
        try {
            List<KernelModule.Info> modinfo = new ArrayList<>();
            for (int i = FIRST_INFO; i < columns.length; i++) {
                int equals = columns[i].indexOf('=');
                if (equals >= 0) {
                    modinfo.add(new KernelModule.Info(plain(columns[i].substring(0, equals)),
                            plain(columns[i].substring(equals + 1))));
                }
            }
            OptionalInt version = columns[6].isEmpty()
                    ? OptionalInt.empty()
                    : OptionalInt.of(Integer.parseInt(columns[6]));
            return Optional.of(new KernelModule(new ObjectName.Module(plain(columns[1])), plain(columns[2]),
                    Long.parseLong(columns[3]), Long.parseLong(columns[4]),
                    Optional.of(columns[5]).filter(id -> !id.isEmpty()), version, modinfo));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** Without tabs and line ends, which values of modinfo may have. */
    private static String escaped(String text) {
        return text.indexOf('\\') < 0 && text.indexOf('\t') < 0 && text.indexOf('\n') < 0 && text.indexOf('\r') < 0
                ? text
                : text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
    }

    private static String plain(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                c = switch (text.charAt(i)) {
                    case 't' -> '\t';
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    default -> text.charAt(i);
                };
            }
            plain.append(c);
        }
        return plain.toString();
    }
}

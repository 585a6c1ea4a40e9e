package org.klpls.core.kernel.input;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.klpls.core.kernel.Export;
import org.klpls.core.kernel.KernelFact;
import org.klpls.core.kernel.KernelIdentity;
import org.klpls.core.kernel.index.KernelFacts;
import org.klpls.core.model.ObjectName;

/** A kernel's build folder or headers: Module.symvers, .config, release. Source: Documentation/kbuild/modules.rst, v6.1. */
public final class BuildFolderInput {
    static final String UTSRELEASE = "include/generated/utsrelease.h";
    private static final Pattern UTS_RELEASE = Pattern.compile("#define UTS_RELEASE \"([^\"]+)\"");

    private BuildFolderInput() {}

    static Told read(Path folder) throws IOException {
        Path symvers = folder.resolve("Module.symvers");
        Path config = folder.resolve(".config");
        List<Export> exports = Files.isRegularFile(symvers) ? exports(lines(symvers)) : List.of();
        List<String> options = Files.isRegularFile(config) ? options(lines(config)) : List.of();
        Optional<String> release = builtFor(folder);
        Optional<String> vermagic = release.flatMap(r -> Vermagic.of(r, options));
        return facts(new KernelIdentity(release, Optional.empty(), Optional.empty(), vermagic, folder.toString()),
                exports,
                options);
    }

    /** The release that modules built in this folder are for; empty where it tells none, or cannot be read. */
    public static Optional<String> release(Path folder) {
        try {
            return builtFor(folder);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /**
     * Not always what kernel.release says: Debian's headers of 6.1.0-56-amd64 have 6.1.192 there.
     * Source: include/linux/vermagic.h, v6.1.
     */
    private static Optional<String> builtFor(Path folder) throws IOException {
        Path header = folder.resolve(UTSRELEASE);
        if (Files.isRegularFile(header)) {
            Matcher matcher = UTS_RELEASE.matcher(String.join("\n", lines(header)));
            if (matcher.find()) {
                return Optional.of(matcher.group(1));
            }
        }
        Path file = folder.resolve("include/config/kernel.release");
        return Files.isRegularFile(file) ? lines(file).stream().findFirst().map(String::strip) : Optional.empty();
    }

    static Told readSymvers(Path file) throws IOException {
        List<Export> exports = exports(lines(file));
        return exports.isEmpty()
                ? Told.problem(file.toString(), file + " lists no exported symbols", "build the kernel first")
                : facts(identity(Optional.empty(), file), exports, List.of());
    }

    static Told readConfig(Path file) throws IOException {
        String name = file.getFileName().toString();
        Optional<String> release = name.startsWith("config-")
                ? Optional.of(name.substring("config-".length()))
                : Optional.empty();
        return facts(identity(release, file), List.of(), options(lines(file)));
    }

    private static List<String> lines(Path file) throws IOException {
        return TextFile.read(file, StandardCharsets.UTF_8).lines().toList();
    }

    private static KernelIdentity identity(Optional<String> release, Path origin) {
        return new KernelIdentity(release, Optional.empty(), Optional.empty(), Optional.empty(), origin.toString());
    }

    private static Told facts(KernelIdentity identity, List<Export> exports, List<String> options) {
        Set<KernelFact> known = EnumSet.noneOf(KernelFact.class);
        if (!exports.isEmpty()) {
            known.add(KernelFact.EXPORTS);
        }
        if (!options.isEmpty()) {
            known.add(KernelFact.CONFIG);
        }
        return Told.facts(new KernelFacts(identity, known, List.of(), exports, Optional.empty(), options));
    }

    private static List<String> options(List<String> lines) {
        return lines.stream().filter(line -> line.startsWith("CONFIG_")).toList();
    }

    /** CRC, name, object, kind and namespace, separated by tabs; lines of another form are passed over. */
    private static List<Export> exports(List<String> lines) {
        List<Export> exports = new ArrayList<>();
        for (String line : lines) {
            String[] columns = line.split("\t", -1);
            if (columns.length >= 4) {
                Optional<String> namespace = columns.length > 4 && !columns[4].isBlank()
                        ? Optional.of(columns[4].strip())
                        : Optional.empty();
                exports.add(new Export(columns[1], object(columns[2]), columns[3].contains("GPL"), namespace,
                        crc(columns[0])));
            }
        }
        return exports;
    }

    /** {@code vmlinux}, or a module's path without suffix. */
    private static ObjectName object(String path) {
        return ObjectName.ofElfName(path.substring(path.lastIndexOf('/') + 1).replace('-', '_'));
    }

    private static OptionalInt crc(String text) {
        try {
            return text.startsWith("0x")
                    ? OptionalInt.of(Integer.parseUnsignedInt(text.substring(2), 16))
                    : OptionalInt.empty();
        } catch (NumberFormatException _) {
            return OptionalInt.empty();
        }
    }
}

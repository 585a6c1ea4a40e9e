package org.klpls.core.kernel.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.kernel.image.BootImage;
import org.klpls.core.kernel.index.IndexFile;

/** Tells what an input is: looks at names and first bytes only. */
public final class KernelInputs {
    static final String FORMS = "give a vmlinuz, a vmlinux, a System.map, a /lib/modules/RELEASE, a kernel build folder,"
            + " a release, or an index made by 'klpls kernel index'";
    private static final int HEAD = 4096;
    private static final int ELF_MAGIC = 0x464c457f;
    private static final Pattern SYMBOL = Pattern.compile("[0-9a-f]{8,16} [A-Za-z?] \\S.*");
    private static final Pattern SYMVERS = Pattern.compile("0x[0-9a-f]{8}\t\\S+\t\\S+\t\\S+.*");
    private static final Pattern CONFIG = Pattern.compile("(?s).*^(CONFIG_\\w+=|# CONFIG_\\w+ is not set).*",
            Pattern.MULTILINE);

    private KernelInputs() {}

    /** The sources that an input stands for. */
    public static Resolved resolve(String input) {
        Optional<Path> path = path(input);
        try {
            if (path.filter(Files::isDirectory).isPresent()) {
                return InputFolders.resolve(input, path.get(), Optional.empty());
            }
            if (path.filter(Files::exists).isPresent()) {
                return file(input, path.get());
            }
            int colon = input.lastIndexOf(':');
            Optional<Path> root = colon > 0
                    ? path(input.substring(0, colon)).filter(Files::isDirectory)
                    : Optional.empty();
            if (root.isPresent()) {
                return InputFolders.resolve(input, root.get(), Optional.of(input.substring(colon + 1)));
            }
            return InputFolders.release(input, Path.of("/"));
        } catch (IOException e) {
            return unreadable(input, e);
        }
    }

    static Resolved unreadable(String input, IOException e) {
        return Resolved.problem(input, input + " cannot be read: " + e.getMessage(),
                "check the path and its permissions");
    }

    private static Optional<Path> path(String input) {
        try {
            return input.isBlank() ? Optional.empty() : Optional.of(Path.of(input));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private static Resolved file(String input, Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            // Who opens a pipe waits for somebody to write to it.
            return Resolved.problem(input, input + " is a pipe, a device or a socket, not a file", FORMS);
        }
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        if (head.length == 0) {
            return Resolved.problem(input, input + " is empty", FORMS);
        }
        ElfBytes bytes = ElfBytes.of(head);
        if (IndexFile.recognises(bytes)) {
            return Resolved.of(new KernelSource.Index(file));
        }
        if (BootImage.recognises(head) || bytes.holds(0, 4) && bytes.s32(0) == ELF_MAGIC) {
            return InputFolders.imageAndConfig(file);
        }
        return text(input, file, new String(head, StandardCharsets.ISO_8859_1));
    }

    private static Resolved text(String input, Path file, String head) throws IOException {
        Optional<KernelSource> source = source(file, head);
        if (source.isPresent() && Files.size(file) > TextFile.LONGEST) {
            return Resolved.problem(input,
                    input + " has " + Files.size(file) + " bytes: too many for a list or a configuration", FORMS);
        }
        return source.map(found -> Resolved.of(found)).orElseGet(() -> Resolved.problem(input,
                input + " is neither a kernel nor anything else that tells of one", FORMS));
    }

    private static Optional<KernelSource> source(Path file, String head) {
        String first = head.lines().findFirst().orElse("");
        if (SYMBOL.matcher(first).matches()) {
            return Optional.of(new KernelSource.SymbolList(file));
        }
        if (SYMVERS.matcher(first).matches()) {
            return Optional.of(new KernelSource.Symvers(file));
        }
        return CONFIG.matcher(head).matches() ? Optional.of(new KernelSource.Config(file)) : Optional.empty();
    }
}

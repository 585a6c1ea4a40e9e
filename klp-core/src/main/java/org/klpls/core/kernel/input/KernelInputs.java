package org.klpls.core.kernel.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.kernel.image.BootImage;

/** Tells what kind of input something is, and has it read. */
public final class KernelInputs {
    private static final long LARGEST_FILE = Integer.MAX_VALUE - 8L;
    private static final int ELF_MAGIC = 0x464c457f;
    private static final String FORMS = "give a vmlinuz, a vmlinux, a System.map, a /lib/modules/RELEASE, a kernel build"
            + " folder, or an index made by 'klpls kernel index'";

    private KernelInputs() {}

    /** What that input tells. */
    public static Told read(String input) {
        Optional<Path> path = path(input).filter(Files::exists);
        if (path.isEmpty()) {
            return release(input);
        }
        try {
            return file(path.get());
        } catch (IOException e) {
            return Told.problem(input, input + " cannot be read: " + e.getMessage(),
                    "check the path and its permissions");
        }
    }

    private static Optional<Path> path(String input) {
        try {
            return Optional.of(Path.of(input));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private static Told release(String release) {
        List<Path> places = List.of(Path.of("/boot/vmlinuz-" + release), Path.of("/lib/modules", release, "vmlinuz"));
        return places.stream()
                .filter(Files::isRegularFile)
                .findFirst()
                .map(p -> read(p.toString()))
                .orElseGet(() -> Told.problem(release,
                        "there is no file " + release + ", and no kernel of that release in /boot or /lib/modules",
                        FORMS));
    }

    private static Told file(Path file) throws IOException {
        long size = Files.size(file);
        if (size == 0) {
            return Told.problem(file.toString(), file + " is empty", FORMS);
        }
        if (size > LARGEST_FILE) {
            return Told.problem(file.toString(), file + " has " + size + " bytes; files of 2 GiB and more are not read",
                    FORMS);
        }
        byte[] content = Files.readAllBytes(file);
        if (BootImage.recognises(content)) {
            return ImageInput.readBootImage(file, content);
        }
        if (content.length >= Integer.BYTES && ElfBytes.of(content).s32(0) == ELF_MAGIC) {
            return ImageInput.readVmlinux(file, content);
        }
        return Told.problem(file.toString(), file + " is no form of a kernel that klpls knows", FORMS);
    }
}

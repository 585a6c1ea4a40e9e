package org.klpls.c.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A {@code .NAME.o.cmd} that Kbuild leaves beside each object: the command that made it. Source: scripts/Kbuild.include
 * make-cmd and cmd_and_savecmd; the variable is {@code cmd_} up to v6.2, {@code savedcmd_} since.
 *
 * @param target the object, as make names it: relative to the kernel build folder, or absolute
 * @param words of the compiler's command
 */
record CmdFile(String target, List<String> words) {
    private static final long MOST_BYTES = 16 << 20;

    CmdFile {
        words = List.copyOf(words);
    }

    /** Empty if there is no such file, or nothing in it that looks like one. */
    static Optional<CmdFile> read(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                return Optional.empty();
            }
            return parse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static Optional<CmdFile> parse(String text) {
        return text.lines().filter(l -> l.startsWith("cmd_") || l.startsWith("savedcmd_")).findFirst()
                .flatMap(CmdFile::line);
    }

    private static Optional<CmdFile> line(String line) {
        int assign = line.indexOf(" := ");
        if (assign < 0) {
            return Optional.empty();
        }
        String target = line.substring(line.indexOf("cmd_") + "cmd_".length(), assign);
        // make's own escapes, undone: make doubled each dollar and hid each #.
        String command = line.substring(assign + " := ".length()).replace("$$", "$").replace("$(pound)", "#");
        return Optional.of(new CmdFile(target, ShellWords.ofFirstCommand(command)));
    }
}

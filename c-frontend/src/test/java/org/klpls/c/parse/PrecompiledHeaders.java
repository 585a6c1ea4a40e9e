package org.klpls.c.parse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.klpls.c.build.CompileCommand;

/** The includes of one file, compiled once by gcc: what follows them is then judged in a fraction of the time. */
final class PrecompiledHeaders {
    private final Path folder;
    private final Path working;
    private final List<String> flags = new ArrayList<>();

    PrecompiledHeaders(Path folder, CompileCommand command, String includes) throws IOException {
        this.folder = folder;
        this.working = command.directory();
        StringBuilder header = new StringBuilder();
        List<String> arguments = command.arguments();
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).equals("-include")) {
                header.append("#include \"").append(working.resolve(arguments.get(++i))).append("\"\n");
            } else {
                flags.add(arguments.get(i));
            }
        }
        Path file = folder.resolve("headers.h");
        Files.writeString(file, header + includes);
        List<String> compile = new ArrayList<>(flags);
        compile.addAll(List.of("-x", "c-header", file.toString(), "-o", file + ".gch"));
        String said = GccBatch.run(working, compile);
        if (!Files.exists(folder.resolve("headers.h.gch"))) {
            throw new IOException("gcc does not compile the headers: " + said);
        }
    }

    /** What gcc calls an error in each of the texts after the includes, a line each. */
    List<String> complaints(List<String> texts) throws IOException {
        List<String> whole = texts.stream().map(text -> "#include \"headers.h\"\n" + text).toList();
        return new GccBatch(folder, working, flags).complaints(whole);
    }
}

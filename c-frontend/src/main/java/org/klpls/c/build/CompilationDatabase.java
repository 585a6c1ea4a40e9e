package org.klpls.c.build;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.klpls.c.text.Problem;

/** A {@code compile_commands.json}. Source of the format: clang.llvm.org/docs/JSONCompilationDatabase.html. */
final class CompilationDatabase {
    private static final String NAME = "compile_commands.json";

    /** One object of the array. */
    private record Entry(String directory, String file, String command, List<String> arguments) {}

    private CompilationDatabase() {}

    /** From the nearest database in the file's folder or above that names the file. */
    static Optional<CompileCommand> above(Path file, List<Problem> problems) {
        for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
            Path database = folder.resolve(NAME);
            if (Files.isRegularFile(database)) {
                Optional<CompileCommand> command = in(database, file, problems);
                if (command.isPresent()) {
                    return command;
                }
            }
        }
        return Optional.empty();
    }

    static Optional<CompileCommand> in(Path database, Path file, List<Problem> problems) {
        try (Reader text = new StringReader(Files.readString(database)); JsonReader json = new JsonReader(text)) {
            json.beginArray();
            while (json.hasNext()) {
                Entry entry = entry(json);
                Path directory = database.resolveSibling(entry.directory).normalize();
                if (directory.resolve(entry.file).normalize().equals(file)) {
                    List<String> words = entry.arguments.isEmpty()
                            ? ShellWords.ofFirstCommand(entry.command)
                            : entry.arguments;
                    return GccArguments.of(words, directory, database.toString());
                }
            }
        } catch (IOException | IllegalStateException | InvalidPathException e) {
            String why = e instanceof MalformedJsonException || e instanceof IllegalStateException
                    ? "is not valid: "
                    : "cannot be read: ";
            problems.add(new Problem(Problem.Severity.WARNING, "'" + database + "' " + why + e.getMessage(),
                    Optional.empty(), List.of()));
        }
        return Optional.empty();
    }

    private static Entry entry(JsonReader json) throws IOException {
        String directory = "";
        String file = "";
        String command = "";
        List<String> arguments = new ArrayList<>();
        json.beginObject();
        while (json.hasNext()) {
            String key = json.nextName();
            if (key.equals("arguments") && json.peek() == JsonToken.BEGIN_ARRAY) {
                json.beginArray();
                while (json.hasNext()) {
                    arguments.add(json.nextString());
                }
                json.endArray();
            } else if (json.peek() != JsonToken.STRING) {
                json.skipValue();
            } else {
                String value = json.nextString();
                directory = key.equals("directory") ? value : directory;
                file = key.equals("file") ? value : file;
                command = key.equals("command") ? value : command;
            }
        }
        json.endObject();
        return new Entry(directory, file, command, arguments);
    }
}

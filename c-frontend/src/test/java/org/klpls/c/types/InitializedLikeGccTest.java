package org.klpls.c.types;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.c.build.CompileCommand;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Initialisers of all forms, written again with the designator that klpls found for each value: gcc must make the same assembly of
 * both.
 */
@NeedsRealThings(RealThing.HEADERS) // they bring gcc
class InitializedLikeGccTest {
    @TempDir
    Path temp = Path.of("");

    @Test
    void eachValueIsForThePartThatGccGivesIt() throws IOException {
        List<String> lines = lines();
        String declarations = lines.stream().filter(it -> it.startsWith("! ")).map(it -> it.substring(2) + "\n")
                .collect(Collectors.joining());
        List<String> differences = new ArrayList<>();
        int compared = 0;
        for (String line : lines) {
            if (!line.startsWith("! ")) {
                compared++;
                String again = again(declarations, line);
                String wanted = assembly(declarations + line + "\n");
                String got = assembly(declarations + again + "\n");
                if (!wanted.equals(got) || wanted.isEmpty()) {
                    differences.add(line + "   klpls: " + again + (wanted.isEmpty() ? "   refused by gcc" : ""));
                }
            }
        }
        assertEquals("", String.join("\n", differences));
        assertTrue(compared > 40, "only " + compared);
    }

    /** {@code struct s v = {1};} as {@code struct s v = {.a = 1};} */
    private static String again(String declarations, String line) {
        Program program = ProgramTest.program(declarations + line);
        Declared variable = program.variable("v").orElseThrow().main();
        List<InitializedPart> parts = program.initialized(variable);
        String values = parts.stream().map(it -> it.designator() + " = " + program.unit().text(it.value()))
                .collect(Collectors.joining(", "));
        boolean whole = parts.size() == 1 && parts.getFirst().designator().isEmpty();
        String type = program.variable("v").orElseThrow().type().text();
        String declarator = line.substring(0, line.indexOf('='));
        if (declarator.contains("v[]")) {
            declarator = declarator.replace("v[]", "v" + type.substring(type.indexOf('['), type.indexOf(']') + 1));
        }
        return declarator + (whole ? values : "= { " + values + " }") + ";";
    }

    private String assembly(String text) throws IOException {
        Path file = Files.writeString(temp.resolve("v.c"), text);
        Path output = temp.resolve("v.s");
        Files.deleteIfExists(output);
        boolean compiled = KernelUnits.gcc(new CompileCommand(temp, "gcc", List.of(), ""),
                List.of("-w", "-S", file.toString(), "-o", output.toString()), temp.resolve("said"));
        return compiled ? Files.readString(output) : "";
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                InitializedLikeGccTest.class.getResourceAsStream("initializers.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
        }
    }
}

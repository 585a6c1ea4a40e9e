package org.klpls.c.types;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.c.build.CompileCommand;
import org.klpls.c.parse.CFrontend;
import org.klpls.c.parse.ParseResult;
import org.klpls.c.pp.Dialect;
import org.klpls.c.pp.Interner;
import org.klpls.c.pp.Preprocessed;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.c.text.SourceText;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Structs that nobody writes, with bit-fields, packing and alignment in all mixtures, laid out as gcc does.
 * {@code -Dklpls.structs=100000} makes more of them, {@code -Dklpls.seed=7} others.
 */
@NeedsRealThings(RealThing.HEADERS) // they bring gcc
class GeneratedStructsTest {
    private static final int USUAL = 1500;
    private static final List<String> SCALARS = List.of("char", "_Bool", "short", "int", "unsigned int", "long",
            "unsigned long long", "__int128", "void *", "float", "double", "long double", "enum e", "enum small",
            "enum wide", "odd", "low", "v16");
    private static final List<String> BIT_TYPES = List.of("char", "_Bool", "unsigned short", "int", "unsigned int",
            "long",
            "unsigned long long", "enum e", "enum small", "enum wide", "odd", "low");
    /** An element must not be aligned to more than its size. */
    private static final List<String> IN_ARRAYS = SCALARS.stream().filter(it -> !it.equals("odd")).toList();
    private static final String PROLOGUE = """
            enum e { E0, E1 = 5 };
            enum small { S0, S1 = 200 } __attribute__((packed));
            enum wide { W0 = -1, W1 = 1L << 40 };
            typedef int odd __attribute__((aligned(16)));
            typedef long low __attribute__((aligned(2)));
            typedef int v16 __attribute__((vector_size(16)));
            """;

    @TempDir
    Path temp = Path.of("");

    private final Random random = new Random(Integer.getInteger("klpls.seed", 5));
    private int names;

    @Test
    void gccLaysThemOutAlike() throws IOException {
        int count = Integer.getInteger("klpls.structs", USUAL);
        StringBuilder text = new StringBuilder(PROLOGUE);
        for (int i = 0; i < count; i++) {
            struct(text, i);
        }
        Path file = temp.resolve("structs.c");
        Files.writeString(file, text);
        Path object = temp.resolve("structs.o");
        CompileCommand gcc = new CompileCommand(temp, "gcc", List.of(), "");
        boolean compiled = KernelUnits.gcc(gcc, List.of("-w", "-gdwarf-5", "-fno-eliminate-unused-debug-types", "-c",
                file.toString(), "-o", object.toString()), temp.resolve("said"));
        assertTrue(compiled, () -> said());
        ParseResult result = CFrontend.parse(
                Preprocessed.ofPlainText(SourceText.of(file, text.toString()), new Interner(), Dialect.GNU));
        assertEquals(List.of(), result.problems());
        DebugInfoComparison comparison = new DebugInfoComparison(new DebugInfo(object), Program.of(result.unit()));
        comparison.run();
        List<String> differences = comparison.differences();
        assertEquals("", String.join("\n", differences.subList(0, Math.min(40, differences.size()))));
        assertTrue(comparison.facts() > count * 20);
    }

    private String said() {
        try {
            return Files.readString(temp.resolve("said"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void struct(StringBuilder text, int number) {
        int pack = random.nextInt(6) == 0 ? 1 << random.nextInt(5) : 0;
        text.append(pack > 0 ? "#pragma pack(push, " + pack + ")\n" : "");
        text.append(random.nextInt(5) == 0 ? "union" : "struct").append(" s").append(number).append(" {\n");
        int members = 1 + random.nextInt(7);
        for (int i = 0; i < members; i++) {
            member(text, number);
        }
        text.append(random.nextInt(8) == 0 ? "char x[0];\n" : "").append("}").append(attribute(3)).append(";\n");
        text.append(pack > 0 ? "#pragma pack(pop)\n" : "");
    }

    private void member(StringBuilder text, int number) {
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> bitField(text);
            case 3 -> text.append(number == 0 ? "int" : earlier(text, number)).append(" m").append(names++)
                    .append(attribute(4)).append(";\n");
            case 4 -> {
                text.append(random.nextBoolean() ? "struct" : "union").append(" {\n");
                bitField(text);
                text.append(pick(SCALARS)).append(" m").append(names++).append(attribute(4)).append(";\n}")
                        .append(attribute(4)).append(";\n");
            }
            case 5 -> text.append(pick(IN_ARRAYS)).append(" m").append(names++).append("[").append(random.nextInt(4))
                    .append("]").append(attribute(4)).append(";\n");
            default -> text.append(pick(SCALARS)).append(" m").append(names++).append(attribute(3)).append(";\n");
        }
    }

    /** A struct or union before this one. */
    private String earlier(StringBuilder text, int number) {
        String name = "s" + random.nextInt(number);
        return (text.indexOf("union " + name + " {") < 0 ? "struct " : "union ") + name;
    }

    private void bitField(StringBuilder text) {
        String type = pick(BIT_TYPES);
        int most = switch (type) {
            case "_Bool" -> 1;
            case "char", "enum small" -> 8;
            case "unsigned short" -> 16;
            case "int", "unsigned int", "enum e", "odd" -> 32;
            default -> 64;
        };
        int width = 1 + (random.nextInt(3) == 0 ? most - 1 : random.nextInt(most));
        switch (random.nextInt(8)) {
            case 0 -> text.append(type).append(" : 0;\n");
            case 1 -> text.append(type).append(" : ").append(width).append(";\n");
            default -> text.append(type).append(" m").append(names++).append(" : ").append(width)
                    .append(attribute(5)).append(";\n");
        }
    }

    private String attribute(int seldom) {
        List<String> attributes = new ArrayList<>();
        if (random.nextInt(seldom) == 0) {
            attributes.add("packed");
        }
        if (random.nextInt(seldom) == 0) {
            attributes.add("aligned(" + (1 << random.nextInt(6)) + ")");
        }
        return attributes.isEmpty() ? "" : " __attribute__((" + String.join(", ", attributes) + "))";
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}

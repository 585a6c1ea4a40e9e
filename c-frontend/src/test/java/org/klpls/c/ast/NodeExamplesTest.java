package org.klpls.c.ast;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.c.parse.CFrontend;
import org.klpls.c.parse.ParseResult;
import org.klpls.c.pp.Dialect;
import org.klpls.c.pp.Interner;
import org.klpls.c.pp.Preprocessed;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.c.testing.RealThings;
import org.klpls.c.text.SourceText;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/**
 * The first paragraph of each node's doc shows examples: <code>{&#64;code x}</code>, or <code>{&#64;code x} in {&#64;code int x;}</code>
 * where it needs others around it. Each must be parsed to a node of that record, which is made of just these tokens, and gcc must
 * accept the text: gcc 12, or gcc 15 where the words before the example speak of a later gcc or of C23.
 */
@NeedsRealThings({RealThing.HEADERS, RealThing.GCCS})
class NodeExamplesTest {
    private static final Path SOURCES = Path.of("src/main/java/org/klpls/c/ast");
    /** Of what no parser understands: gcc must refuse it. */
    private static final Class<?> BROKEN = Broken.class;
    /** Made of no token. */
    private static final Class<?> LEFT_OUT = TypeSpecifier.ImplicitInt.class;
    private static final Pattern RECORD = Pattern
            .compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:public )?record (\\w+)\\(", Pattern.DOTALL);
    private static final Pattern CODE = Pattern
            .compile("\\{@code ((?:[^{}]|\\{(?:[^{}]|\\{[^{}]*})*})*)}(?=( in \\{@code)?)");

    private static final Pattern NEWER = Pattern.compile("C23|gcc 1[345]");

    private static final String DECLARED = """
            struct s { int m, k; struct { int b[4]; } a; } s, *p; typedef unsigned int u32; typedef int T;
            typedef float v4sf __attribute__((vector_size(16))); typedef int v4si __attribute__((vector_size(16))); v4si v;
            extern int x, y, z, i, c, array[9]; extern void *targets[]; extern __builtin_va_list ap; extern int *ptr;
            """;
    private static final String CALLED = "int f(); int g();\n";
    private static final String CALLED_C23 = "int f(...); int g(...);\n";
    /** Where examples may stand; the example is at the %s. */
    private static final List<String> PLACES = List.of("%s", "void example(void) { outer: for (;;) { out: %s ; } }",
            "int example(void) { outer: for (;;) { out: %s } }", "void example(void) { switch (x) { %s f(); } }",
            "void example(void) { switch (x) { case 7: f(); %s case 8: ; } }",
            "void example(void) { %s again: out: f(); }",
            "%s variable;", "int %s;", "int %s variable;", "int variable%s;", "struct { %s };",
            "struct s variable = %s;",
            "int variable[9] = %s;", "struct s variable = { %s };", "void example(%s);",
            "void example(int variable%s);");

    /** @param modern whether gcc 15 in its newest C must be asked */
    private record Example(Class<? extends Node> node, String text, String around, boolean modern) {}

    @TempDir
    Path temp;

    /** All records that are nodes. */
    private static List<Class<? extends Node>> nodes() {
        List<Class<? extends Node>> nodes = new ArrayList<>();
        List<Class<?>> pending = new ArrayList<>(List.of(Node.class));
        while (!pending.isEmpty()) {
            Class<?> next = pending.removeLast();
            if (next.isRecord()) {
                nodes.add(next.asSubclass(Node.class));
            } else {
                pending.addAll(List.of(next.getPermittedSubclasses()));
            }
        }
        return nodes.stream().distinct().toList();
    }

    @TestFactory
    Stream<DynamicTest> eachNodeShowsItself() {
        return nodes().stream().map(node -> DynamicTest.dynamicTest(node.getName().replaceAll(".*\\.", ""), () -> {
            List<Example> examples = examples(node);
            assertFalse(examples.isEmpty(), "its doc shows no example");
            List<String> wrong = new ArrayList<>();
            for (Example example : examples) {
                wrong(example).ifPresent(it -> wrong.add(example.text + ": " + it));
            }
            assertEquals("", String.join("\n", wrong));
        }));
    }

    private static List<Example> examples(Class<? extends Node> node) throws IOException {
        Class<?> file = node.getNestHost();
        Matcher record = RECORD.matcher(Files.readString(SOURCES.resolve(file.getSimpleName() + ".java")));
        while (record.find()) {
            if (record.group(2).equals(node.getSimpleName())) {
                String doc = record.group(1).replaceAll("(?m)^\\s*\\* ?", "").split("\n\\s*(<p>|@param|\n)")[0]
                        .replace('\n', ' ').replace("{@literal @}", "@");
                return examples(node, doc);
            }
        }
        return List.of();
    }

    private static List<Example> examples(Class<? extends Node> node, String doc) {
        List<Example> examples = new ArrayList<>();
        Matcher code = CODE.matcher(doc);
        int end = 0;
        boolean modern = false;
        while (code.find()) {
            String words = doc.substring(end, code.start());
            modern |= NEWER.matcher(words).find();
            String text = code.group(1);
            String around = text;
            if (code.group(2) != null) {
                code.find();
                around = code.group(1);
            }
            end = code.end();
            examples.add(new Example(node, text, around, modern));
        }
        return examples;
    }

    /** What is wrong with an example; empty where somewhere it is all that it must be. */
    private Optional<String> wrong(Example example) throws IOException, InterruptedException {
        String said = "";
        for (String place : PLACES) {
            String text = DECLARED + (example.modern ? CALLED_C23 : CALLED)
                    + place.replace("%s", example.around) + "\n";
            if (shows(text, example)) {
                String complaints = gcc(text, example.modern);
                if (complaints.isEmpty() != example.node.equals(BROKEN)) {
                    return Optional.empty();
                }
                said += "\n" + text + complaints;
            }
        }
        return Optional.of(said.isEmpty() ? "no such node is made of it" : "gcc says otherwise: " + said);
    }

    private static boolean shows(String text, Example example) {
        Dialect dialect = example.modern ? Dialect.C23 : Dialect.GNU;
        Preprocessed plain = Preprocessed.ofPlainText(SourceText.of(Path.of("/example.c"), text), new Interner(),
                dialect);
        ParseResult result = CFrontend.parse(plain);
        if (result.problems().isEmpty() == example.node.equals(BROKEN)) {
            return false;
        }
        String wanted = example.text.replaceAll("\\s", "");
        return result.unit().ownDeclarations().stream().flatMap(it -> Walker.all(example.node, it).stream())
                .map(it -> text(plain, it))
                .anyMatch(it -> it.equals(wanted) || example.node.equals(LEFT_OUT) && it.isEmpty());
    }

    private static String text(Preprocessed plain, Node node) {
        StringBuilder text = new StringBuilder();
        for (int i = node.first(); i < node.end(); i++) {
            text.append(plain.tokens().text(i));
        }
        return text.toString().replaceAll("\\s", "");
    }

    private String gcc(String text, boolean modern) throws IOException, InterruptedException {
        Path file = Files.writeString(temp.resolve("example.c"), text);
        List<String> command = modern
                ? List.of(RealThings.cc1(15).toString(), "-std=gnu2y", "-w", "-fsyntax-only", file.toString())
                : List.of("gcc", "-std=gnu11", "-w", "-fsyntax-only", file.toString());
        Process gcc = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(gcc.getInputStream().readAllBytes());
        return gcc.waitFor() == 0 ? "" : said;
    }
}
